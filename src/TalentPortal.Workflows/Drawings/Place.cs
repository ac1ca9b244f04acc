namespace TalentPortal.Workflows.Drawings;

/// <summary>Row and column of a box within its block.</summary>
internal readonly record struct Place(int Row, int Column);

namespace TalentPortal.Workflows.Definitions;

/// <summary>A bend of a drawn connection, in canvas pixels.</summary>
public sealed record DesignerPoint(double X, double Y);

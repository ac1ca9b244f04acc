using System.Runtime.InteropServices;

namespace TalentPortal.Workflows.Drawings;

/// <summary>Row and column of a box within its block.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Row, int Column);

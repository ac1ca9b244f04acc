namespace TalentPortal.Workflows.Drawings;

/// <summary>A definition on paper, in pixels from its upper left corner.</summary>
/// <param name="Width">Width of the sheet.</param>
/// <param name="Height">Height of the sheet.</param>
/// <param name="Nodes">Every activity but the flowchart or sequence that holds all; outer before inner.</param>
/// <param name="Arrows">Every arrow; several outcomes that lead the same way share one.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnArrow> Arrows);

namespace TalentPortal.Workflows.Drawings;

/// <summary>The inside of one activity, laid out from its own upper left corner.</summary>
internal sealed record Block(double Width, double Height, IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnArrow> Arrows);

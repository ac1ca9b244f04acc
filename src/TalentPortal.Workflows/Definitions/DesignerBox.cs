namespace TalentPortal.Workflows.Definitions;

/// <summary>Where the designer drew an activity, in canvas pixels.</summary>
public sealed record DesignerBox(double X, double Y, double Width, double Height);

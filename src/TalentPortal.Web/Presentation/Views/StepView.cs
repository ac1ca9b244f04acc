namespace TalentPortal.Web.Presentation.Views;

/// <summary>One step of a step bar.</summary>
/// <param name="Name">Two to four characters; the bar has little room.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FullName">Its full name for the sentence that phones show; null to use the short one.</param>
public sealed record StepView(string Name, StepState State, string? FullName = null);

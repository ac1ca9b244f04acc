namespace TalentPortal.Web.Presentation.Views;

/// <summary>A time in which the clock of a case stood.</summary>
/// <param name="FromOn">Its first day.</param>
/// <param name="ToOn">Its last day; null while it lasts.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record ClockStopView(DateOnly FromOn, DateOnly? ToOn, string Reason);

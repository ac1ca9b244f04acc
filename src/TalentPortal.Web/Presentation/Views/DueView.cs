namespace TalentPortal.Web.Presentation.Views;

/// <summary>What a due light shows.</summary>
/// <param name="Light">Colour and shape.</param>
/// <param name="RemainingWorkingDays">Working days left; 0 is today, negative is late. Ignored when grey or blue.</param>
/// <param name="StopReason">Why the clock stands, in a word or two; only when grey.</param>
public sealed record DueView(DueLight Light, int RemainingWorkingDays = 0, string? StopReason = null);

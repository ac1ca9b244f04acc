namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>What somebody made of a signal. Marks are added, never changed: the newest one holds.</summary>
/// <param name="State">What.</param>
/// <param name="Remark">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record SignalMark(SignalState State, string Remark, string By, DateTimeOffset At);

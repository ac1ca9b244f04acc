namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>A use on a statement, as partner and office read it: nothing of it says whose card it was.</summary>
/// <param name="Entry">What counts.</param>
/// <param name="ScannedAt">When it was scanned, UTC.</param>
/// <param name="IsOffline">Whether the venue had no network then.</param>
/// <param name="Staff">Who scanned.</param>
public sealed record StatementUse(StatementEntry Entry, DateTimeOffset ScannedAt, bool IsOffline, string Staff);

using TalentPortal.Core.TalentCards.Signals;

namespace TalentPortal.Web.Pages.Officer.Signals;

/// <summary>How signals are named.</summary>
internal static class SignalWords
{
    /// <summary>The sentence of a kind; it has a place for the amount.</summary>
    public static string KeyOf(SignalKind kind) => "CardSignals.Kind." + kind;

    /// <summary>Where it was; null where it is about no venue.</summary>
    public static string? Where(CardSignal signal) =>
        signal.OtherVenue is { } other ? $"{signal.Venue} → {other}" : signal.Venue?.ToString();
}

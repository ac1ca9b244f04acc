using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>A sign that cards may be misused, counted from the scans. It is a reason to ask, never a proof.</summary>
public sealed record CardSignal
{
    /// <summary>What it is called wherever it is counted anew: its kind and what it is about.</summary>
    public required string Key { get; init; }

    /// <summary>What it is.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>The first scan that belongs to it, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The last one, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>How many scans; of two venues far apart, the kilometres between them.</summary>
    public required int Amount { get; init; }

    /// <summary>The card; null where it is not about one.</summary>
    public Guid? CardId { get; init; }

    /// <summary>Its number.</summary>
    public string? CardNumber { get; init; }

    /// <summary>The venue, or the first of two; null where it is about none.</summary>
    public LocalizedText? Venue { get; init; }

    /// <summary>The second venue.</summary>
    public LocalizedText? OtherVenue { get; init; }

    /// <summary>Who scanned; null where it is not about one.</summary>
    public string? Staff { get; init; }

    /// <summary>What was made of it.</summary>
    public required SignalState State { get; init; }
}

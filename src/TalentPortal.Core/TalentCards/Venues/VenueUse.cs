namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>A use at a venue, as its staff sees it: nothing about the person.</summary>
public sealed record VenueUse
{
    /// <summary>The use.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was scanned, UTC.</summary>
    public required DateTimeOffset ScannedAt { get; init; }

    /// <summary>Code of the benefit.</summary>
    public required string Benefit { get; init; }

    /// <summary>Code of the level.</summary>
    public required string Level { get; init; }

    /// <summary>What the holder did not pay, in yuan.</summary>
    public required decimal Waived { get; init; }

    /// <summary>Whether the venue had no network then.</summary>
    public required bool IsOffline { get; init; }

    /// <summary>Who scanned.</summary>
    public required string Staff { get; init; }

    /// <summary>Who handed it in for whoever scanned; null where that was the same account.</summary>
    public string? HandedInBy { get; init; }

    /// <summary>Where it stands.</summary>
    public required VenueUseState State { get; init; }

    /// <summary>Why it is to be taken back; null where nobody asked.</summary>
    public string? Reason { get; init; }

    /// <summary>Who asked; null where nobody did.</summary>
    public Guid? AskedBy { get; init; }
}

using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>A time at which a venue had a card before it, as its holder is told.</summary>
public sealed record CardVisit
{
    /// <summary>Key of the look.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was scanned, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The unit where.</summary>
    public required Guid VenueId { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Venue { get; init; }

    /// <summary>Who scanned it, by the name under which the venue's account goes.</summary>
    public required string Staff { get; init; }

    /// <summary>What came of it.</summary>
    public required CardVisitKind Kind { get; init; }

    /// <summary>Key of the refusal; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>Code of the benefit that was used; null where none was.</summary>
    public string? Benefit { get; init; }

    /// <summary>What the holder did not have to pay, in yuan.</summary>
    public decimal Waived { get; init; }

    /// <summary>Whether the venue had no network then.</summary>
    public bool IsOffline { get; init; }

    /// <summary>When the use was taken back, UTC; null where it counts.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>Whether somebody asked to take the use back, and nobody has decided.</summary>
    public bool IsTakingBack { get; init; }
}

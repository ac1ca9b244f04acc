using TalentPortal.Core.Accounts;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>What a venue gave in a month, as it was drawn, and what was said about it.</summary>
public sealed record VenueStatement
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called on paper.</summary>
    public required string Number { get; init; }

    /// <summary>The venue.</summary>
    public required Guid VenueId { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Venue { get; init; }

    /// <summary>The partner that runs it.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>The partner's name; null where the venue has none.</summary>
    public LocalizedText? Partner { get; init; }

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The statement whose place it took.</summary>
    public Guid? SupersedesId { get; init; }

    /// <summary>The statement that took its place.</summary>
    public Guid? SupersededById { get; init; }

    /// <summary>What it adds up to.</summary>
    public required StatementSums Sums { get; init; }

    /// <summary>SHA-256 over number, venue, month and entries.</summary>
    public required string Checksum { get; init; }

    /// <summary>When it was drawn, UTC.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>The last day to object.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>Where it stands.</summary>
    public required StatementStatus Status { get; init; }

    /// <summary>When the partner confirmed it, UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Who objected.</summary>
    public Guid? ObjectedBy { get; init; }

    /// <summary>When the partner objected, UTC.</summary>
    public DateTimeOffset? ObjectedAt { get; init; }

    /// <summary>Why.</summary>
    public string? Objection { get; init; }

    /// <summary>The uses that the objection is about; empty where it is about none in particular.</summary>
    public IReadOnlyList<Guid> ObjectedUses { get; init; } = [];

    /// <summary>When the office answered, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What it answered.</summary>
    public string? Decision { get; init; }

    /// <summary>The operation that changed it last.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>Whether somebody manages the venue, or its partner.</summary>
    public bool IsOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Appointments.Any(held => held.Role is PortalRole.VenueManager
            && (held.OrganisationId == VenueId || held.OrganisationId == PartnerId));
    }

    /// <summary>Whether somebody may read it: the venue's manager and the talent office.</summary>
    public bool MayRead(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return IsOf(actor) || actor.Can(Permission.ManageCards);
    }
}

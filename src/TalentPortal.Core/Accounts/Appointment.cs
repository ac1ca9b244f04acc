namespace TalentPortal.Core.Accounts;

/// <summary>A role held in a unit from one day to another: the only source of rights.</summary>
public sealed record Appointment
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who holds it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Which role.</summary>
    public required PortalRole Role { get; init; }

    /// <summary>In which unit.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The service items it is limited to; null means all.</summary>
    public string[]? ServiceItemCodes { get; init; }

    /// <summary>Whether its holder heads the unit's people of that role: assigns, urges, suspends, allows a second supplement.</summary>
    public bool Supervises { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who recorded it; null for seeded ones.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is not { } last || day <= last);
}

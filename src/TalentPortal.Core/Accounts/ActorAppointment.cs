using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Accounts;

/// <summary>An appointment that holds today, with what rights need to know about its unit.</summary>
public sealed record ActorAppointment
{
    /// <summary>The appointment's key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which role.</summary>
    public required PortalRole Role { get; init; }

    /// <summary>In which unit.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The unit's natural key.</summary>
    public required string OrganisationCode { get; init; }

    /// <summary>What the unit is.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The unit's name in Chinese.</summary>
    public required string OrganisationNameZh { get; init; }

    /// <summary>The unit's name in English.</summary>
    public required string OrganisationNameEn { get; init; }

    /// <summary>The service items it is limited to; null means all.</summary>
    public IReadOnlyList<string>? ServiceItemCodes { get; init; }

    /// <summary>Whether its holder heads the unit's people of that role.</summary>
    public bool Supervises { get; init; }

    /// <summary>The absent colleague for whom it is held; null for an own one.</summary>
    public Guid? HeldFor { get; init; }

    /// <summary>Whether it reaches a service item.</summary>
    public bool Covers(string serviceItemCode) =>
        ServiceItemCodes is null || ServiceItemCodes.Contains(serviceItemCode, StringComparer.Ordinal);
}

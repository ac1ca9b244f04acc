using TalentPortal.Core.Accounts;

namespace TalentPortal.Core.Seeding;

/// <summary>An account of the demonstration.</summary>
public sealed record DemoAccountSeed
{
    /// <summary>Signs in; need not be an address that exists.</summary>
    public required string UserName { get; init; }

    /// <summary>How pages greet the holder.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What the holder is.</summary>
    public IReadOnlyList<DemoAppointmentSeed> Appointments { get; init; } = [];

    /// <summary>Codes of <c>talent-categories</c> in which the holder scores files.</summary>
    public IReadOnlyList<string> ExpertFields { get; init; } = [];
}

/// <summary>A role of a demonstration account.</summary>
/// <param name="Role">A name of <see cref="PortalRole"/>.</param>
/// <param name="Organisation">The unit's code.</param>
/// <param name="Supervises">Whether the holder heads the unit's people of that role.</param>
public sealed record DemoAppointmentSeed(string Role, string Organisation, bool Supervises = false);

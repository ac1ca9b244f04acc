using TalentPortal.Core.Accounts;
using TalentPortal.Core.Parties;
using TalentPortal.Web.Presentation.Mapping;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>An appointment with the names that belong to it.</summary>
internal sealed record AppointmentRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which role.</summary>
    public PortalRole Role { get; init; }

    /// <summary>The service items it is limited to; null means all.</summary>
    public string[]? ServiceItemCodes { get; init; }

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>Who holds it.</summary>
    public string UserDisplayName { get; init; } = "";

    /// <summary>The unit's Chinese name.</summary>
    public string UnitNameZh { get; init; } = "";

    /// <summary>The unit's English name.</summary>
    public string UnitNameEn { get; init; } = "";
}

/// <summary>The rows that an <see cref="AppointmentRow"/> is read from.</summary>
internal sealed record AppointmentParts
{
    /// <summary>The appointment.</summary>
    public required Appointment Held { get; init; }

    /// <summary>Its holder.</summary>
    public required PortalUser User { get; init; }

    /// <summary>Its unit.</summary>
    public required Organisation Unit { get; init; }
}

/// <summary>From the parts to the row.</summary>
internal sealed class AppointmentProfile : ViewProfile
{
    public AppointmentProfile() => CreateMap<AppointmentParts, AppointmentRow>()
        .ForMember(row => row.Id, from => from.MapFrom(parts => parts.Held.Id))
        .ForMember(row => row.Role, from => from.MapFrom(parts => parts.Held.Role))
        .ForMember(row => row.ServiceItemCodes, from => from.MapFrom(parts => parts.Held.ServiceItemCodes))
        .ForMember(row => row.FromOn, from => from.MapFrom(parts => parts.Held.FromOn))
        .ForMember(row => row.ToOn, from => from.MapFrom(parts => parts.Held.ToOn));
}

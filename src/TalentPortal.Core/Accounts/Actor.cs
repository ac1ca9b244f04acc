namespace TalentPortal.Core.Accounts;

/// <summary>Who acts: an account and the appointments it holds today, at most 60 seconds old (see <see cref="ActorCache"/>).</summary>
public sealed record Actor
{
    /// <summary>The account.</summary>
    public required Guid UserId { get; init; }

    /// <summary>How pages greet the holder.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The person behind the account, once known; conflicts of interest go by it.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The language of pages and messages: <c>zh-CN</c> or <c>en</c>.</summary>
    public required string Culture { get; init; }

    /// <summary>Whether pages are shown in large text.</summary>
    public bool LargeText { get; init; }

    /// <summary>Changes with the password and whenever sessions are ended; a cookie or token with another one is void.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>The last day of the holder's absence; null for who is here.</summary>
    public DateOnly? AbsentUntil { get; init; }

    /// <summary>Appointments that hold today, in the order of their recording; those of absent colleagues among them.</summary>
    public required IReadOnlyList<ActorAppointment> Appointments { get; init; }

    /// <summary>Whether any role is held at all; an applicant holds none.</summary>
    public bool IsStaff => Appointments.Count > 0;

    /// <summary>Whether one of the held roles has this permission.</summary>
    public bool Can(Permission permission) => Appointments.Any(x => RolePermissions.Of(x.Role).Contains(permission));

    /// <summary>Whether this role is held in any unit.</summary>
    public bool Holds(PortalRole role) => Appointments.Any(x => x.Role == role);

    /// <summary>The appointment under which the actor may act for a unit in a role on a service item; null when there is none.</summary>
    public ActorAppointment? AppointmentFor(PortalRole role, Guid organisationId, string serviceItemCode) =>
        Appointments.FirstOrDefault(x => x.Role == role && x.OrganisationId == organisationId && x.Covers(serviceItemCode));

    /// <summary>The units in which this role is held for a service item.</summary>
    public IEnumerable<Guid> OrganisationsFor(PortalRole role, string serviceItemCode) =>
        Appointments.Where(x => x.Role == role && x.Covers(serviceItemCode)).Select(x => x.OrganisationId);
}

using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>What bulk seeding works with.</summary>
internal sealed record BulkParts
{
    public required NpgsqlDataSource Database { get; init; }

    public required SpineCatalog Catalog { get; init; }

    public required AuditChain Chain { get; init; }

    public required AuditAnchors Anchors { get; init; }

    public required OrganisationDirectory Organisations { get; init; }

    public required PortalDistrict District { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required PortalTimeZone Zone { get; init; }

    public required SeedFolder Files { get; init; }

    public required CastingKeys Keys { get; init; }

    public required TimeProvider Time { get; init; }

    public required BulkClock Clock { get; init; }

    public required MoldDesk Desk { get; init; }

    public required ActorCache Actors { get; init; }

    public required MaterialStore Materials { get; init; }

    /// <summary>Makes molds.</summary>
    public MoldMaker Maker() => new(Desk, Actors, Materials, Files, (Clock, Zone, Calendar));
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Bulk seeding: where the portal's clock can be moved, that is in Development.</summary>
public static class BulkSetup
{
    /// <summary>Registers it.</summary>
    /// <param name="services">The portal's.</param>
    /// <param name="clock">Moves the portal's clock.</param>
    public static IServiceCollection AddBulkSeeding(this IServiceCollection services, Func<IServiceProvider, BulkClock> clock) =>
        services.AddScoped(provider => Create(provider, clock(provider)));

    /// <summary>The seeder with a clock of the caller's.</summary>
    public static BulkSeeder Create(IServiceProvider provider, BulkClock clock)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new BulkSeeder(Parts(provider, clock));
    }

    private static BulkParts Parts(IServiceProvider provider, BulkClock clock) => new()
    {
        Database = Get<NpgsqlDataSource>(provider),
        Catalog = Get<SpineCatalog>(provider),
        Chain = Get<AuditChain>(provider),
        Anchors = Get<AuditAnchors>(provider),
        Organisations = Get<OrganisationDirectory>(provider),
        District = Get<PortalDistrict>(provider),
        Calendar = Get<WorkingCalendar>(provider),
        Zone = Get<PortalTimeZone>(provider),
        Files = Get<SeedFolder>(provider),
        Keys = new CastingKeys(Get<FieldCipher>(provider), Get<SecretBox>(provider)),
        Time = Get<TimeProvider>(provider),
        Clock = clock,
        Desk = new MoldDesk(Get<NpgsqlDataSource>(provider),
            (Get<SubmissionService>(provider), Get<ApplicationDrafts>(provider), Get<WithdrawalService>(provider)),
            Get<ReviewService>(provider), Get<DueCaseWorker>(provider), Get<TimeProvider>(provider)),
        Actors = Get<ActorCache>(provider),
        Materials = Get<MaterialStore>(provider),
    };

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}

using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Seeding;
using Xunit;

namespace TalentPortal.Core.Tests.Accounts;

public sealed class SeederTests : IAsyncLifetime
{
    private readonly AccountHost host = new();
    private ServiceProvider portal = null!;

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        portal = Portal(isDemo: true);
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_Twice_LoadsOnceAndChangesNothing()
    {
        Assert.Equal(2, await RunAsync(portal));
        var before = await DigestAsync();
        Assert.Equal(0, await RunAsync(portal));
        await host.ScalarAsync("delete from seed_files");
        Assert.Equal(2, await RunAsync(portal));
        Assert.Equal(before, await DigestAsync());
    }

    [Fact]
    public async Task RunAsync_TwoPortalsAtOnce_LoadOnce()
    {
        await using var other = Portal(isDemo: true);
        var loaded = await Task.WhenAll(RunAsync(portal), RunAsync(other));
        Assert.Equal(2, loaded.Sum());
    }

    [Fact]
    public async Task RunAsync_WithoutDemonstration_MakesNoAccountUntilItIsWanted()
    {
        await using var production = Portal(isDemo: false);
        Assert.Equal(2, await RunAsync(production));
        Assert.Equal(0L, await host.ScalarAsync("select count(*) from portal_users"));
        Assert.Equal(1, await RunAsync(portal));
        Assert.True((long)(await host.ScalarAsync("select count(*) from portal_users where is_demo"))! >= 20);
    }

    [Fact]
    public async Task RunAsync_DemonstrationAccounts_HoldWhatTheyNeed()
    {
        await RunAsync(portal);
        Assert.Equal(0L, await host.ScalarAsync(
            "select count(*) from unnest(array['VillageAssistant', 'TownReviewer', 'DepartmentReviewer', 'JointChecker', 'Expert', "
            + "'TalentOffice', 'LeadingGroup', 'Administrator']) role "
            + "where not exists (select 1 from appointments a where a.role = role.role)"));
        Assert.True((long)(await host.ScalarAsync(
            "select min(n) from (select count(*) n from expert_fields group by category) x"))! >= 5,
            "A panel needs experts in every category.");
        Assert.Equal(0L, await host.ScalarAsync(
            "select count(*) from organisations o where kind = 'JointCheckUnit' "
            + "and not exists (select 1 from appointments a where a.organisation_id = o.id)"));
        await using var scope = portal.CreateAsyncScope();
        var verified = await scope.ServiceProvider.GetRequiredService<SignInCheck>()
            .VerifyAsync("joint6@demo", DemoOptions.DefaultPassword, CancellationToken.None);
        Assert.True(verified.Succeeded);
    }

    private static Task<int> RunAsync(ServiceProvider portal) => portal.GetRequiredService<SeedRunner>().RunAsync(CancellationToken.None);

    private ServiceProvider Portal(bool isDemo) => host.Build(more: services => services
        .AddSingleton(SeedFolder.Default)
        .AddSingleton(new DemoOptions(isDemo, DemoOptions.DefaultPassword, HasCases: false))
        .AddSingleton<SeedRunner>()
        .AddScoped<ISeeder, OrganisationSeeder>()
        .AddScoped<ISeeder, AccountSeeder>());

    private async Task<string> DigestAsync() => (string)(await host.ScalarAsync(
        "select md5(string_agg(line, '|' order by line)) from ("
        + "select o::text as line from organisations o union all select u::text from portal_users u "
        + "union all select a::text from appointments a union all select f::text from expert_fields f "
        + "union all select d::text from districts d) x"))!;
}

using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using Xunit;

namespace TalentPortal.Core.Tests.Accounts;

public sealed class ActorCacheTests(AccountHost host) : IClassFixture<AccountHost>
{
    private static readonly DateOnly Past = new(2020, 1, 1);

    private ActorCache Cache => host.Services.GetRequiredService<ActorCache>();

    [Fact]
    public async Task FindAsync_UnknownAccount_ReturnsNull() => Assert.Null(await Cache.FindAsync(Guid.NewGuid(), CancellationToken.None));

    [Fact]
    public async Task FindAsync_AppointmentsThatHoldToday_AreTheActorsRights()
    {
        var user = await host.UserAsync();
        var (unit, other) = (await host.OrganisationAsync(), await host.OrganisationAsync());
        var today = new DateOnly(2026, 3, 2);
        await host.AppointAsync(user.Id, PortalRole.TownReviewer, unit, Past);
        await host.AppointAsync(user.Id, PortalRole.Administrator, unit, Past, today.AddDays(-1));
        await host.AppointAsync(user.Id, PortalRole.LeadingGroup, unit, today.AddDays(1));

        var actor = await Cache.FindAsync(user.Id, CancellationToken.None);

        Assert.NotNull(actor);
        Assert.Equal([PortalRole.TownReviewer], actor.Appointments.Select(x => x.Role));
        Assert.True(actor.Can(Permission.WorkOnTasks));
        Assert.False(actor.Can(Permission.GrantRights));
        Assert.NotNull(actor.AppointmentFor(PortalRole.TownReviewer, unit, "YSRCRD01"));
        Assert.Null(actor.AppointmentFor(PortalRole.TownReviewer, other, "YSRCRD01"));
    }

    [Fact]
    public async Task FindAsync_RoleTakenAway_IsSeenAfterAtMostSixtySeconds()
    {
        var user = await host.UserAsync();
        await host.AppointAsync(user.Id, PortalRole.TalentOffice, await host.OrganisationAsync(), Past);
        Assert.True((await Cache.FindAsync(user.Id, CancellationToken.None))!.Can(Permission.RunNotices));

        await host.ScalarAsync("delete from appointments where user_id = $1", user.Id);
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True((await Cache.FindAsync(user.Id, CancellationToken.None))!.Can(Permission.RunNotices));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await Cache.FindAsync(user.Id, CancellationToken.None))!.Can(Permission.RunNotices));
    }

    [Fact]
    public async Task Forget_ChangedAccount_IsSeenAtOnce()
    {
        var user = await host.UserAsync();
        var before = await Cache.FindAsync(user.Id, CancellationToken.None);
        await host.ScalarAsync("update portal_users set security_stamp = 'other' where id = $1", user.Id);
        Assert.Equal(before, await Cache.FindAsync(user.Id, CancellationToken.None));

        Cache.Forget(user.Id);

        Assert.Equal("other", (await Cache.FindAsync(user.Id, CancellationToken.None))!.SecurityStamp);
    }
}

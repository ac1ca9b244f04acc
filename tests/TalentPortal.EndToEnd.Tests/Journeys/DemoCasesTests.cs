using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Seeding;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

public sealed class DemoCasesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task DemonstrationLoadedTwiceHasEachCaseOnce()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var seeder = scope.ServiceProvider.GetRequiredService<DemoCaseSeeder>();

        var first = await seeder.SeedAsync(CancellationToken.None);
        var second = await seeder.SeedAsync(CancellationToken.None);

        Assert.True(first.Made > 10);
        Assert.Equal(new DemoCaseCount(Made: 0, Refused: 0), second);
        Assert.Equal((long)first.Made, await portal.Database.ScalarAsync("select count(*) from applications"));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from incidents"));
        var statuses = await portal.Database.ScalarAsync("select string_agg(distinct status, ' ' order by status) from applications");
        Assert.Equal("Approved InNotice InReview NotAccepted Submitted Supplementing", statuses);
    }
}

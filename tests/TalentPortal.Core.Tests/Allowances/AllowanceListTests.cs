using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>The list of what is held: read page by page, and what is over stays in it until all of it is paid.</summary>
public sealed class AllowanceListTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly AllowanceHolders holders = new(portal);

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    [Fact]
    public async Task Held_IsFoundBehindOthers_AndUntilItIsPaid()
    {
        var (_, old) = await holders.GrantAsync();
        var (_, met) = await holders.GrantAsync();
        var (_, last) = await holders.GrantAsync();
        var from = (await holders.FactsAsync(old)).Allowance.FromOn;
        portal.Clock.Set(Zone.StartOf(new DateOnly(from.Year, from.Month, 1).AddMonths(1)));
        await holders.FulfilAsync(met);
        await holders.FulfilAsync(last);
        Assert.Equal([last, met, old], await ListAsync(held: false, 10));
        // A page holds as many as are asked for: what is held is on the third.
        Assert.Equal([old], await ListAsync(held: true, 1));

        await EndAsync(old);
        Assert.Equal([old], await ListAsync(held: true, 10));
        await holders.FulfilAsync(old);
        await EndAsync(met);
        Assert.Equal([met], await ListAsync(held: true, 10));
        await PayAsync();
        Assert.Equal([met], await ListAsync(held: true, 10));
        await holders.FulfilAsync(met);
        await PayAsync();
        Assert.Empty(await ListAsync(held: true, 10));
        Assert.Equal(3, (await ListAsync(held: false, 10)).Count);
    }

    private async Task EndAsync(Guid allowance)
    {
        var (office, facts) = (await holders.OfficeAsync(), await holders.FactsAsync(allowance));
        var ended = await portal.Services.GetRequiredService<AllowanceDesk>().EndAsync(
            office, allowance, Zone.Today, "Moved away", facts.Allowance.Revision, Begin(office), default);
        Assert.True(ended.Succeeded, ended.Refusal?.ToString());
    }

    private async Task PayAsync()
    {
        var (office, leader, batches) = (await holders.OfficeAsync(), await holders.LeaderAsync(), portal.Services.GetRequiredService<PaymentBatches>());
        var batch = await batches.MakeAsync(office, Zone.Today, Begin(office), default);
        Assert.True(batch.Succeeded, batch.Refusal?.ToString());
        Assert.True((await batches.ReleaseAsync(leader, batch.Value, 0, Begin(leader), default)).Succeeded);
        Assert.True((await portal.Services.GetRequiredService<PaymentResults>().PaidAsync(office, batch.Value, Zone.Today, Begin(office), default)).Succeeded);
    }

    private async Task<IReadOnlyList<Guid>> ListAsync(bool held, int most) =>
        [.. (await portal.Services.GetRequiredService<AllowanceReader>().ListAsync(new AllowanceFilter(null, null, held, null), most, default)).Select(row => row.Id)];

    private Operation Begin(Core.Accounts.Actor actor) => holders.Cards.Begin("AllowanceListing", actor);
}

using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Cases;

/// <summary>A decision costs four round trips inside its transaction: lock, load, flush, commit.</summary>
public sealed class RoundTripTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task RunAsync_OnAKnownCase_LocksFirstThenLoadsThenFlushes()
    {
        var receipt = await new Consultations(portal).SubmitAsync(await new TestPeople(portal.Services).TalentAsync());
        var transactions = portal.Services.GetRequiredService<CaseTransaction>();
        var sent = await Statements.OfAsync(() => transactions.RunAsync(receipt.CaseId, Operation.OfPortal("Probing", portal.Clock), (work, _) =>
        {
            work.Record("Probed");
            return Task.FromResult(TalentPortal.Core.Kernel.Result.Success);
        }, default));
        AssertFlushedAtOnce(sent);
    }

    [Fact]
    public async Task DecideAsync_ByATaskAlone_LooksNothingUpBeforeItsLock()
    {
        var consultations = new Consultations(portal);
        var receipt = await consultations.SubmitAsync(await new TestPeople(portal.Services).TalentAsync());
        var officer = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var sent = await Statements.OfAsync(() => consultations.DecideAsync(officer, receipt.Tasks[0].Id, "Accept"));
        AssertFlushedAtOnce(sent);
        Assert.Contains("from review_tasks where id = $1) for no key update", sent[0], StringComparison.Ordinal);
    }

    private static void AssertFlushedAtOnce(List<string> sent)
    {
        Assert.Equal(3, sent.Count);
        Assert.Contains("for no key update", sent[0], StringComparison.Ordinal);
        Assert.StartsWith("select", sent[1].TrimStart(), StringComparison.Ordinal);
        Assert.Contains("insert into operation_events", sent[2], StringComparison.Ordinal);
    }
}

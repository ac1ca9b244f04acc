using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.PublicNotices;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.PublicNotices;

/// <summary>Objections freeze one entry, wait beyond the period, and end it or let it go on.</summary>
public sealed class ObjectionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Objection_FrozenAtPeriodsEnd_WaitsUntilLiftedThenGoesOn()
    {
        var (journey, other) = (await Journey.BeginAsync(portal), await Journey.BeginAsync(portal));
        await journey.ReachDistrictNoticeAsync();
        await other.ReachDistrictNoticeAsync();
        var objection = await journey.ObjectAsync(await people.TalentAsync());
        Assert.True(objection.Succeeded, objection.Refusal?.ToString());
        await journey.PassDaysAsync(8);
        Assert.Equal("InNotice", await journey.StatusAsync());
        Assert.Equal("Frozen", await journey.ScalarAsync("select status from notice_entries e where case_id = $1 order by id desc limit 1"));
        await other.AssertEndedAsync("Approved");
        await journey.DecideObjectionAsync(objection.Value, upheld: false);
        await journey.AssertEndedAsync("Approved");
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'objection-decided'"));
        Assert.Equal(1L, await journey.OfObjection(objection.Value).ScalarAsync(
            "select count(*) from outbox_messages where case_id = $1 and template like 'decision-refused%'"));
    }

    [Fact]
    public async Task Objection_LiftedWithinThePeriod_EndsOnItsDay()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        var objection = await journey.ObjectAsync(await people.TalentAsync());
        await journey.DecideObjectionAsync(objection.Value, upheld: false);
        await journey.RunDueAsync();
        Assert.Equal("InNotice", await journey.StatusAsync());
        await journey.PassDaysAsync(5);
        await journey.AssertEndedAsync("Approved");
    }

    [Fact]
    public async Task Objection_Upheld_IsRefusedWithTheFinding()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        var objection = await journey.ObjectAsync(await people.TalentAsync());
        await journey.DecideObjectionAsync(objection.Value, upheld: true);
        await journey.AssertEndedAsync("Refused");
        Assert.Equal("We visited and asked.", await journey.ScalarAsync("select outcome_reason from applications where case_id = $1"));
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from recognitions where case_id = $1"));
        Assert.Equal("Approved", await journey.OfObjection(objection.Value).StatusAsync());
    }

    [Fact]
    public async Task Objection_AtTheVillage_UpheldIsNotAccepted()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        var objection = await journey.ObjectAsync(await people.TalentAsync());
        await journey.DecideObjectionAsync(objection.Value, upheld: true);
        await journey.AssertEndedAsync("NotAccepted");
    }

    [Fact]
    public async Task Objection_OfTwo_BothHaveToBeDecided()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        var one = await people.TalentAsync();
        var first = await journey.ObjectAsync(one);
        Assert.IsType<ObjectionAlreadyOpen>((await journey.ObjectAsync(one)).Refusal);
        var second = await journey.ObjectAsync(await people.TalentAsync());
        await journey.PassDaysAsync(6);
        await journey.DecideObjectionAsync(first.Value, upheld: false);
        Assert.Equal("InNotice", await journey.StatusAsync());
        await journey.DecideObjectionAsync(second.Value, upheld: false);
        await journey.AssertEndedAsync("Approved");
    }

    [Fact]
    public async Task Objection_WorkerLate_TheDateDecides()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        var entry = await journey.EntryAsync();
        var officer = await journey.ActorAsync(Journey.Office);
        var service = portal.Services.GetRequiredService<NoticeService>();
        var arrived = portal.Services.GetRequiredService<TalentPortal.Core.Calendar.PortalTimeZone>().Today;
        portal.Clock.Advance(TimeSpan.FromDays(20));
        Assert.IsType<ObjectionOutsidePeriod>((await journey.ObjectAsync(await people.TalentAsync())).Refusal);
        var recorded = await service.RecordAsync(officer, new RecordedObjection(entry, arrived, "A letter of a neighbour."),
            journey.Begin("ObjectionRecording", officer), default);
        Assert.True(recorded.Succeeded, recorded.Refusal?.ToString());
        await journey.RunDueAsync();
        Assert.Equal("InNotice", await journey.StatusAsync());
    }

    [Fact]
    public async Task Objection_ByTheSubject_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        Assert.IsType<ObjectionToOneself>((await journey.ObjectAsync(journey.Talent)).Refusal);
    }

    [Fact]
    public async Task Notice_Published_HoldsNoPersonalValueBesideTheName()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        var body = (string)(await journey.ScalarAsync(
            "select n.title || n.body from public_notices n join notice_entries e on e.notice_id = n.id where e.case_id = $1 and n.kind = 'District'"))!;
        Assert.DoesNotContain("{", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Qin Xiaohe", body, StringComparison.Ordinal);
        using var facts = JsonDocument.Parse((string)(await journey.ScalarAsync(
            "select facts::text from notice_entries e join public_notices n on n.id = e.notice_id where case_id = $1 and n.kind = 'District'"))!);
        Assert.Equal(["basis", "category", "level", "serviceItem", "subCategory", "unit"],
            facts.RootElement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(32, await journey.ScalarAsync(
            "select length(content_digest) from public_notices n join notice_entries e on e.notice_id = n.id where e.case_id = $1 limit 1"));
    }
}

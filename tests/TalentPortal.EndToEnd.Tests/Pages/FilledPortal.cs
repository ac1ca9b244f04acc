using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.Core.Standards;
using TalentPortal.Core.TalentCards.Signals;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;

namespace TalentPortal.EndToEnd.Tests.Pages;

/// <summary>
/// A portal with something on every page: the cases of the demonstration, one person recognised, one asked for more, one before the
/// experts, one frozen by an objection, and a draft.
/// </summary>
public sealed class FilledPortal : JourneyPortal
{
    private const string Talent = "talent@demo";
    private const string Proxy = "village@demo";
    private const string Holder = "town2@demo";
    private const string Rater = "joint6@demo";
    private const string Basis = "Signed letter of the village";

    /// <summary>Begins with the cases of the demonstration.</summary>
    public FilledPortal() => Settings["Portal:DemoCases"] = "true";

    /// <summary>What the places in braces of addresses stand for.</summary>
    private Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>An address with its places filled in.</summary>
    internal string AddressOf(string address) =>
        Places.Aggregate(address, (left, place) => left.Replace(place.Key, place.Value, StringComparison.Ordinal));

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await KnowNamesAsync();
        var recognised = await Journey.BeginAsync(this, by: Holder);
        await recognised.ReachDistrictNoticeAsync();
        await recognised.PassDaysAsync(5);
        Places["{decided}"] = await TextAsync(recognised, "select number from cases where id = $1");
        Places["{decidedId}"] = recognised.CaseId.ToString();
        Places["{certificate}"] = await TextAsync(recognised, "select certificate_number from recognitions where case_id = $1");
        await MakeHearingAsync(recognised);
        await MakeOpenCasesAsync();
        await MakeDraftAsync();
        Places["{rule}"] = await MakeRuleChangeAsync();
        await MakeRatingsAsync();
        var (allowances, held) = (new AllowanceHolders(this), await new CardHolders(this).IssueAsync(talent: await new TestPeople(Services).DemoAsync(Rater)));
        Places["{card}"] = held.CardId.ToString();
        Places["{batch}"] = (await allowances.BatchAsync("rent-allowance", held)).ToString();
        Places["{allowance}"] = (await allowances.GrantAsync(card: held)).AllowanceId.ToString();
        await MakeUsesAsync(held.CardId);
        Places["{definition}"] = (await Database.ScalarAsync("select max(version)::text from workflow_definitions where definition_id = 'talent-recognition'"))!.ToString()!;
        var stopped = await StoppedConsultation.MakeAsync(this);
        (Places["{incident}"], Places["{instance}"]) = (stopped.IncidentId, stopped.InstanceId);
        Places["{version}"] = (await Database.ScalarAsync("select max(version)::text from service_item_versions where code = 'RC010001'"))!.ToString()!;
    }

    /// <summary>A use of an earlier month with its statement, and one card at two places at once.</summary>
    private async Task MakeUsesAsync(Guid cardId)
    {
        var venues = new Venues(this);
        var staff = await venues.StaffAsync();
        var use = (await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(cardId)[0])).Value.Id;
        await venues.RedeemAsync(await venues.ManagerAsync(), "ys-venue-karst", venues.Codes(cardId)[0]);
        await Database.ScalarAsync("update redemptions set redeemed_on = redeemed_on - 62 where id = $1", use);
        await Services.GetRequiredService<StatementDrawing>().LookAsync(CancellationToken.None);
        Places["{statement}"] = (await Database.ScalarAsync("select id::text from venue_statements"))!.ToString()!;
        var signals = await Services.GetRequiredService<CardSignals>().ListAsync(
            await new TestPeople(Services).DemoAsync("office@demo"), SignalKind.FarApart, state: null, 1, CancellationToken.None);
        Places["{signal}"] = signals.Single().Key;
    }

    private async Task MakeOpenCasesAsync()
    {
        var (asked, judged, frozen) = (await Journey.BeginAsync(this, Basis, Proxy), await Journey.BeginAsync(this), await Journey.BeginAsync(this));
        var waiting = await Journey.BeginAsync(this);
        foreach (var journey in new[] { asked, judged, frozen, waiting }) await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        await asked.PassDaysAsync(3);
        await asked.AskForMoreAsync(Journey.Town, "town", "achievements");
        Places["{asked}"] = await TextAsync(asked, "select number from cases where id = $1");
        Places["{material}"] = (string)(await Database.ScalarAsync(
            """
            select c.material_id::text from material_contents c join materials m on m.id = c.material_id join portal_users u on u.id = m.owner_user_id
            where u.user_name = $1 limit 1
            """, Talent))!;
        await judged.DecideAsync(Journey.Town, "town", "Pass", points: 10);
        await judged.DecideAsync(Journey.Department, "department", "Pass", points: 10);
        await judged.AnswerJointCheckAsync();
        var seat = (await judged.PanelTasksAsync())[0];
        Places["{seat}"] = seat.Task.ToString();
        Places["{expert}"] = (string)(await Database.ScalarAsync("select user_name from portal_users where id = $1", seat.Expert))!;
        Places["{task}"] = await TextAsync(waiting, "select id::text from review_tasks where case_id = $1 and status = 'Open'");
        Places["{taskCase}"] = waiting.CaseId.ToString();
        await frozen.GoOnToDistrictNoticeAsync();
        Places["{entry}"] = (await frozen.EntryAsync()).ToString();
        Places["{notice}"] = await TextAsync(frozen, "select notice_id::text from notice_entries where case_id = $1 and status = 'Running'");
        var objection = await frozen.ObjectAsync(await new TestPeople(Services).DemoAsync(Talent));
        Places["{objection}"] = objection.Value.ToString();
    }

    /// <summary>The recognition was suspended and let hold again; now the holder is heard before a revocation.</summary>
    private async Task MakeHearingAsync(Journey recognised)
    {
        var (certificate, officer) = (Places["{certificate}"], await recognised.ActorAsync(Journey.Office));
        var suspensions = Services.GetRequiredService<RecognitionSuspensions>();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await suspensions.SuspendAsync(officer, certificate, "The school asks us to look into it.", recognised.Begin("RecognitionSuspending", officer), default);
        await suspensions.ResumeAsync(officer, certificate, "Looked into: it was somebody else.", recognised.Begin("RecognitionResuming", officer), default);
        var revocation = await Services.GetRequiredService<RevocationCases>().OpenAsync(
            officer, certificate, "stopped-serving", "Nobody saw the holder since summer.", recognised.Begin("RevocationOpening", officer), default);
        Places["{hearing}"] = await TextAsync(recognised.OfCase(revocation.Value), "select number from cases where id = $1");
    }

    private async Task<string> MakeRuleChangeAsync()
    {
        var desk = new RuleDesk(this);
        var draft = (await desk.WriteAsync("recog.cutJunior", 90, desk.Today.AddDays(1))).Value;
        await desk.PlayAsync(draft);
        return draft.Id.ToString();
    }

    private async Task MakeRatingsAsync()
    {
        var (cases, people) = (new RatedCases(this), new TestPeople(Services));
        var (rater, town, office) = (await people.DemoAsync(Rater), await people.DemoAsync("town@demo"), await people.DemoAsync("office@demo"));
        Places["{rating}"] = (await cases.AskAsync(rater, town)).Id.ToString();
        Places["{badRating}"] = (await cases.BadAsync(rater, town)).Id.ToString();
        var taken = await cases.BadAsync(rater, town);
        await cases.ActAsync((handling, _) => handling.TakeAsync(office, taken.Id, cases.Begin("RatingTaking", office), default));
        Places["{takenRating}"] = taken.Id.ToString();
    }

    private async Task MakeDraftAsync()
    {
        var talent = await new TestPeople(Services).DemoAsync(Talent);
        var operation = TalentPortal.Core.Cases.Operation.Begin(Guid.NewGuid(), "DraftStarting", talent.UserId, role: null, Clock);
        await using var scope = Services.CreateAsyncScope();
        var draft = await scope.ServiceProvider.GetRequiredService<ApplicationDrafts>().StartAsync(talent, "RC010001", onBehalfBasis: null, operation, default);
        Places["{draft}"] = draft.Value.ToString();
    }

    private static async Task<string> TextAsync(Journey journey, string sql) => (string)(await journey.ScalarAsync(sql))!;

    /// <summary>What was typed by people of the demonstration is in Chinese in either language.</summary>
    private async Task KnowNamesAsync()
    {
        var file = Path.Combine(Repository.Root, "seed-data", "demo", "cases.json");
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        foreach (var text in TextsIn(cases.RootElement.GetProperty("items")).ToList()) Names.Add(text);
        foreach (var name in Names.ToList()) Names.Add(Mask.Name(name));
    }

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}

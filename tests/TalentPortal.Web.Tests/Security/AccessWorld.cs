using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Web.Tests.Security;

/// <summary>
/// A portal with a case at each step, made through the services: the rows that <c>access-matrix.txt</c> names, and an account for
/// each of its roles.
/// </summary>
public sealed class AccessWorld : PortalFactory
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly string[] Demonstration = ["village", "town", "town2", "department", "joint1", "office", "leader", "admin", "venue", "partner"];

    private readonly Dictionary<string, Guid> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> rows = new(StringComparer.Ordinal);

    /// <summary>The values that stand in an address for a row, by <c>kind.row</c>.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Rows => rows;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var role in Demonstration) accounts[role] = await UserAsync(role + "@demo");
        accounts["other"] = (await new TestPeople(Services).TalentAsync("Somebody else")).UserId;
        await AddRecognitionsAsync();
        await AddRatingsAsync();
        var card = (await new CardHolders(this).IssueAsync()).CardId;
        Add("card.held", ("id", card));
        await AddUsesAsync(card);
        await AddAllowancesAsync();
        await AddOwnAsync();
        await AddOtherTownAsync();
        AddPlain();
        var stopped = await StoppedConsultation.MakeAsync(this);
        Add("incident.open", ("id", stopped.IncidentId));
        Add("instance.running", ("id", stopped.InstanceId));
        var desk = new RuleDesk(this);
        Add("rule.draft", ("id", (await desk.WriteAsync("objection.days", 12, desk.Today.AddDays(1))).Value.Id));
    }

    /// <summary>A card is used twice at the garden; somebody of the staff who is none of the roles asks to take the second back.</summary>
    private async Task AddUsesAsync(Guid cardId)
    {
        var venues = new Venues(this);
        var staff = await venues.StaffAsync();
        Add("redemption.garden", ("id", (await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(cardId)[0])).Value.Id));
        var second = (await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(cardId)[0])).Value.Id;
        await Services.GetRequiredService<Reversals>().AskAsync(staff, second, "Wrong benefit", venues.Begin("ReversalAsking", staff), CancellationToken.None);
        Add("reversal.asked", ("id", second));
        await Database.ScalarAsync("update redemptions set redeemed_on = redeemed_on - 62 where id = $1", second);
        await Services.GetRequiredService<StatementDrawing>().LookAsync(CancellationToken.None);
        foreach (var kind in (string[])["venue-statement", "answered-statement", "settled-statement"])
            Add(kind + ".garden", ("id", await Database.ScalarAsync("select id from venue_statements")));
    }

    private async Task AddAllowancesAsync()
    {
        var holders = new AllowanceHolders(this);
        Add("batch.made", ("id", await holders.BatchAsync()));
        Add("allowance.running", ("id", (await holders.GrantAsync()).AllowanceId));
    }

    /// <summary>Who a role is; null for a visitor.</summary>
    public async Task<Actor?> ActorAsync(string role) => role is "anonymous"
        ? null
        : await Services.GetRequiredService<ActorCache>().FindAsync(accounts[role], CancellationToken.None);

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            // The matrix sends more forms from one address than a person may.
            services.RemoveAll<SecurityRules>();
            services.AddSingleton(provider => SecurityRules.Read(provider.GetRequiredService<SeedFolder>()) with
            {
                AccountPostsPerMinute = int.MaxValue,
                VerificationsPerMinute = int.MaxValue,
                LeadsPerHour = int.MaxValue,
            });
        });
    }

    /// <summary>Cases of the recognition. Each that goes on lets days pass, so those in a notice come last.</summary>
    private async Task AddRecognitionsAsync()
    {
        var approved = await WalkAsync(journey => journey.ReachDistrictNoticeAsync());
        await approved.PassDaysAsync(5);
        await approved.AssertEndedAsync("Approved");
        accounts["talent"] = approved.Talent.UserId;
        Add("case.approved", ("id", approved.CaseId));
        Add("own.approved", ("number", approved.Receipt.Number));
        Add("own-slip.approved", ("number", approved.Receipt.Number), ("kind", "Acceptance"));
        Add("case-slip.approved", ("id", approved.CaseId), ("kind", "Acceptance"));
        var certificate = (string)(await approved.ScalarAsync("select certificate_number from recognitions where case_id = $1"))!;
        Add("certificate.valid", ("number", certificate));
        Add("own-certificate.valid", ("number", certificate));
        var officer = await approved.ActorAsync(Journey.Office);
        var revocation = await Services.GetRequiredService<RevocationCases>().OpenAsync(
            officer, certificate, "stopped-serving", "Nobody saw the holder.", approved.Begin("RevocationOpening", officer), CancellationToken.None);
        Add("statement.own", ("number", await approved.OfCase(revocation.Value).ScalarAsync("select number from cases where id = $1")));
        Add("material.own", ("id", await approved.ScalarAsync("select material_id from case_materials where case_id = $1 and code = 'portrait'")));

        accounts["talent"] = (await new CardHolders(this).IssueAsync(talent: approved.Talent, citizenId: approved.CitizenId)).Talent.UserId;
        Add("held-card.own");

        await AddStepAsync("leader", "approval", async journey =>
        {
            await journey.ReachCompilationAsync();
            await journey.DecideAsync(Journey.Office, "approval", "Propose");
        });
        await AddStepAsync("approval", "approval", journey => journey.ReachCompilationAsync());
        await AddPanelAsync();
        var joint = await AddStepAsync("joint", "joint", journey => journey.ReachJointCheckAsync());
        await AddFileAsync("case-file.joint", joint, "photos");
        Add("secret.joint", ("id", joint.CaseId), ("path", "person.citizenId"));
        var department = await AddStepAsync("department", "department", journey => journey.ReachDepartmentAsync());
        Add("secret.department", ("id", department.CaseId), ("path", "person.citizenId"));
        var town = await AddStepAsync("town", "town", journey => journey.ReachTownAsync());
        Add("inbox-task.town", ("task", rows["task.town"]["id"]));
        Add("desk.town", ("id", rows["task.town"]["id"]));
        await AddFileAsync("task-file.town", town, "portrait", ("id", rows["task.town"]["id"]), ("isChecked", "true"));
        await AddNoticeAsync();
        await AddStepAsync("recommend", "recommend", _ => Task.CompletedTask);
    }

    private async Task AddPanelAsync()
    {
        var panel = await WalkAsync(journey => journey.ReachPanelAsync());
        var seats = await panel.PanelTasksAsync();
        var seat = seats[0];
        // One expert has declared to have no conflict and sees the file.
        var expert = await panel.ActorAsync(seat.Expert);
        var declared = await panel.DeclareAsync(expert, seat.Task, hasConflict: false);
        if (!declared.Succeeded) throw new InvalidOperationException(declared.Refusal.Key);
        accounts["expert1"] = seat.Expert;
        accounts["expert2"] = (Guid)(await Database.ScalarAsync(
            "select user_id from appointments where role = 'Expert' and not user_id = any($1) order by id limit 1", seats.Select(one => one.Expert).ToArray()))!;
        Add("task.panel", ("id", seat.Task));
        Add("application.panel", ("number", panel.Receipt.Number));
        Add("case.panel", ("id", panel.CaseId));
        Add("secret.answered", ("id", panel.CaseId), ("path", "person.citizenId"));
        Add("task.answered", ("id", await panel.ScalarAsync(
            """
            select t.id from review_tasks t join organisations o on o.id = t.organisation_id
            where t.case_id = $1 and t.step_code = 'joint' and o.code = 'ys-discipline'
            """)));
        await AddFileAsync("case-file.photos", panel, "photos");
        await AddFileAsync("case-file.portrait", panel, "portrait");
    }

    private async Task AddNoticeAsync()
    {
        var notice = await WalkAsync(journey => journey.ReachDistrictNoticeAsync());
        var entry = await notice.EntryAsync();
        var id = await Database.ScalarAsync("select notice_id from notice_entries where id = $1", entry);
        Add("case.notice", ("id", notice.CaseId));
        Add("notice.district", ("id", id));
        Add("entry.district", ("id", id), ("entry", entry));
        Add("lead.district", ("id", id), ("entry", entry));
        var objection = await notice.ObjectAsync((await ActorAsync("other"))!);
        Add("objection.open", ("id", objection.Value));
    }

    private async Task<Journey> AddStepAsync(string name, string step, Func<Journey, Task> walk)
    {
        var journey = await WalkAsync(walk);
        var (role, unit) = name switch
        {
            "joint" => ("JointChecker", "ys-discipline"),
            "leader" => ("LeadingGroup", "ys-leading-group"),
            _ => ("%", "%"),
        };
        Add("task." + name, ("id", await Database.ScalarAsync(
            """
            select t.id from review_tasks t join organisations o on o.id = t.organisation_id
            where t.case_id = $1 and t.step_code = $2 and t.role like $3 and o.code like $4 and t.status in ('Open', 'Claimed')
            """, journey.CaseId, step, role, unit)));
        if (name is not "approval") Add("case." + name, ("id", journey.CaseId));
        if (name is "town" or "joint") Add("application." + name, ("number", journey.Receipt.Number));
        return journey;
    }

    private async Task<Journey> WalkAsync(Func<Journey, Task> walk)
    {
        var journey = await Journey.BeginAsync(this);
        await walk(journey);
        return journey;
    }

    private async Task AddFileAsync(string row, Journey journey, string code, params (string, object?)[] more)
    {
        var material = await Database.ScalarAsync("select material_id from case_materials where case_id = $1 and code = $2", journey.CaseId, code);
        Add(row, [("id", journey.CaseId), ("material", material), .. more]);
    }

    /// <summary>What the applicant with the certificate has besides it.</summary>
    private async Task AddOwnAsync()
    {
        var talent = (await ActorAsync("talent"))!;
        var questions = new Consultations(this);
        // One person has one open case of an item: it waits for an answer, and it may be withdrawn.
        var supplement = await questions.SubmitAsync(talent);
        await AskForMoreAsync(supplement);
        Add("application.own", ("number", supplement.Number));
        Add("own.supplement", ("number", supplement.Number));
        Add("receipt.own", ("id", supplement.CaseId));
        Add("withdrawal.own", ("number", supplement.Number));
        Add("supplement.own", ("number", supplement.Number), ("material", "attachment"));

        var drafts = Services.GetRequiredService<ApplicationDrafts>();
        var draft = (await drafts.StartAsync(talent, "RC320001", onBehalfBasis: null, Begin("DraftStarting", talent), CancellationToken.None)).Value;
        var (file, reuse) = (await UploadAsync(talent, "attachment"), await UploadAsync(talent, "attachment"));
        var attached = await drafts.AttachAsync(talent, draft, file, Begin("MaterialAttaching", talent), CancellationToken.None);
        if (!attached.Succeeded) throw new InvalidOperationException(attached.Refusal.Key);
        Add("draft.own", ("id", draft), ("section", "request"), ("file", file), ("reuse", reuse), ("material", "attachment"), ("rows", "none"), ("row", "0"));
    }

    /// <summary>A question that waits in the other town.</summary>
    private async Task AddOtherTownAsync()
    {
        var other = (await ActorAsync("other"))!;
        var answers = JsonSerializer.SerializeToElement(new
        {
            kind = "question",
            topic = "other",
            title = "Which papers do I need",
            details = "I grow fruit and want to know.",
            acceptedBy = "town",
            town = "450311101",
            onBehalfOf = "self",
            contact = new { name = "Qin Xiaohe", phone = "13800138000" },
        });
        var file = await UploadAsync(other, "attachment");
        var submitted = (await Services.GetRequiredService<SubmissionService>().SubmitAsync(other,
            new DirectSubmission("RC320001", answers, [file], OnBehalfBasis: null), Begin("ApplicationSubmitting", other), CancellationToken.None)).Value;
        var task = submitted.Tasks[0].Id;
        Add("task.town2", ("id", task));
        Add("inbox-task.town2", ("task", task));
        Add("desk.town2", ("id", task));
        Add("task-file.town2", ("id", task), ("material", file), ("isChecked", "true"));
        Add("application.town2", ("number", submitted.Number));
        Add("case.town2", ("id", submitted.CaseId));
        Add("secret.town2", ("id", submitted.CaseId), ("path", "contact.phone"));
    }

    /// <summary>Questions that the town's officer turned down: one to be rated, one rated well, bad ones open and over.</summary>
    private async Task AddRatingsAsync()
    {
        var cases = new RatedCases(this);
        var (talent, town, office) = ((await ActorAsync("talent"))!, (await ActorAsync("town"))!, (await ActorAsync("office"))!);
        Add("rating.asked", ("id", (await cases.AskAsync(talent, town)).Id));
        var good = await cases.AskAsync(talent, town);
        await cases.GiveAsync(good, RatingScale.Size);
        Add("rating.given", ("id", good.Id));
        Add("bad-rating.good", ("id", good.Id));
        Add("bad-rating.open", ("id", (await cases.BadAsync(talent, town)).Id));
        var over = await cases.BadAsync(talent, town);
        await cases.ActAsync((handling, _) => handling.TakeAsync(office, over.Id, Begin("RatingTaking", office), CancellationToken.None));
        var today = Services.GetRequiredService<TalentPortal.Core.Calendar.PortalTimeZone>().Today;
        await cases.ActAsync((handling, _) => handling.ContactAsync(
            office, over.Id, new RaterContact(today, ContactWay.Phone, Reached: true, "Heard."), Begin("RaterContacting", office), CancellationToken.None));
        await cases.ActAsync((handling, _) => handling.RectifyAsync(office, over.Id, "Mended.", Begin("RatingRectifying", office), CancellationToken.None));
        await Services.GetRequiredService<RatingService>().FollowUpAsync(
            talent, over.Id, new RatingAnswer(RatingScale.Size, [], ""), Guid.NewGuid(), CancellationToken.None);
        Add("bad-rating.closed", ("id", over.Id));
    }

    private void AddPlain()
    {
        foreach (var kind in (string[])["task", "desk", "case", "notice", "objection", "draft", "material", "rule", "rating", "bad-rating", "card", "redemption", "reversal", "venue-statement", "answered-statement", "settled-statement", "allowance", "batch"]) Add(kind + ".nowhere", ("id", Nobody));
        Add("case-file.nowhere", ("id", rows["case.town"]["id"]), ("material", Nobody));
        Add("lead.nowhere", ("id", rows["notice.district"]["id"]), ("entry", Nobody));
        Add("entry.nowhere", ("id", rows["notice.district"]["id"]), ("entry", Nobody));
        Add("own.nowhere", ("number", Nobody));
        Add("own-slip.nowhere", ("number", Nobody), ("kind", "Acceptance"));
        Add("case-slip.nowhere", ("id", Nobody), ("kind", "Acceptance"));
        Add("certificate.none", ("number", "0000000000"));
        Add("own-certificate.none", ("number", "0000000000"));
        Add("statement.nowhere", ("number", Nobody));
        Add("item.known", ("key", "talent-consultation"));
        Add("item.unknown", ("key", "no-such-item"));
        Add("application.none", ("number", "0000000000"));
        Add("service.known", ("code", "RC320001"));
        Add("service.unknown", ("code", "RC999999"));
        Add("sample.known", ("name", "household-list.html"));
        Add("sample.unknown", ("name", "nothing.html"));
        Add("openapi.v1", ("documentName", "v1"));
        Add("openapi.v9", ("documentName", "v9"));
        Add("demo-account.known", ("userName", "expert5@demo"));
        Add("demo-account.unknown", ("userName", "nobody@demo"));
        Add("definition.known", ("id", "talent-consultation"), ("version", "2"));
        Add("definition.nowhere", ("id", "no-such-definition"), ("version", "9"));
        Add("incident.nowhere", ("id", "nothing"));
        Add("instance.nowhere", ("id", "nothing"));
        Add("raw.item", ("kind", "item"), ("name", "RC320001"), ("version", "2"));
        Add("raw.nowhere", ("kind", "item"), ("name", "RC320001"), ("version", "999"));
        Add("rule-item.known", ("code", "RC010001"));
        Add("rule-item.nowhere", ("code", "RC999999"));
        AddCatalogue();
        Add("parameter.known", ("key", "objection.days"));
        Add("parameter.nowhere", ("key", "nothing.here"));
    }

    private void AddCatalogue()
    {
        Add("card-level.known", ("code", "D"));
        Add("card-level.nowhere", ("code", "Z"));
        Add("card-benefit.known", ("code", "scenic"));
        Add("card-benefit.nowhere", ("code", "moon"));
        Add("card-venue.known", ("code", "scenic"));
        Add("card-venue.nowhere", ("code", "moon"));
        Add("card-entry.known", ("kind", "Level"), ("code", "D"));
        Add("card-entry.nowhere", ("kind", "Level"), ("code", "Z"));
    }

    private void Add(string row, params (string Name, object? Value)[] values)
    {
        // Of two values of one name the later one holds.
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) named[name] = value?.ToString() ?? throw new InvalidOperationException($"{row} has no {name}.");
        rows.Add(row, named);
    }

    private async Task AskForMoreAsync(SubmissionReceipt submitted)
    {
        var office = (await ActorAsync("office"))!;
        var decision = new ReviewDecision(submitted.Tasks[0].Id, "Supplement", "Please complete.", new Dictionary<string, decimal>(StringComparer.Ordinal),
            [new SupplementGap("field", "details", "Which shop?"), new SupplementGap("material", "attachment", "A photo.")]);
        var result = await Services.GetRequiredService<ReviewService>().DecideAsync(office, decision, Begin("ReviewTaskDeciding", office), CancellationToken.None);
        if (!result.Succeeded) throw new InvalidOperationException(result.Refusal.Key);
    }

    private async Task<Guid> UploadAsync(Actor owner, string code) => (Guid)(await Database.ScalarAsync(
        """
        with added as (
          insert into materials (id, owner_user_id, code, file_name, content_type, size_bytes, sha256, trust_level, uploaded_at)
          values ($1, $2, $3, 'a.png', 'image/png', 10, sha256('\x89504e470d0a1a0a0000'), 'D', '2026-01-05Z') returning id),
        filled as (insert into material_contents (material_id, content) select id, '\x89504e470d0a1a0a0000'::bytea from added)
        select id from added
        """, Ids.New(), owner.UserId, code))!;

    private async Task<Guid> UserAsync(string name) =>
        (Guid)(await Database.ScalarAsync("select id from portal_users where user_name = $1", name))!;

    private Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, Clock);
}

using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.TestCommon.People;

/// <summary>Drives one application for recognition through the services, with the accounts of the demonstration.</summary>
internal sealed class Journey(PortalFactory portal)
{
    public const string Village = "village@demo";
    public const string Town = "town@demo";
    public const string Department = "department@demo";
    public const string Office = "office@demo";
    public const string Leader = "leader@demo";
    public const string Phone = "13812345678";

    /// <summary>What the talent office writes at the end of an objection.</summary>
    public const string ObjectionFinding = "We visited and asked.";

    public Guid CaseId { get; private set; }

    public Actor Talent { get; private set; } = null!;

    public SubmissionReceipt Receipt { get; private set; } = null!;

    /// <summary>The applicant's number.</summary>
    public string CitizenId { get; } = RecognitionForms.NextCitizenId();

    private T Service<T>()
        where T : notnull => portal.Services.GetRequiredService<T>();

    /// <summary>A rural teacher of Yanshan village hands in an application.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="onBehalfBasis">On what ground somebody else hands it in; null for an own application.</param>
    /// <param name="by">The account that hands it in; null for a new one.</param>
    public static async Task<Journey> BeginAsync(PortalFactory portal, string? onBehalfBasis = null, string? by = null)
    {
        var journey = new Journey(portal);
        journey.Talent = by is null ? await new TestPeople(portal.Services).TalentAsync() : await journey.ActorAsync(by);
        var materials = new List<Guid> { await journey.UploadAsync("portrait"), await journey.UploadAsync("photos") };
        var result = await journey.Service<SubmissionService>().SubmitAsync(journey.Talent,
            new DirectSubmission("RC010001", RecognitionForms.Teacher(journey.CitizenId), materials, onBehalfBasis), journey.Begin("ApplicationSubmitting", journey.Talent), default);
        Assert.True(result.Succeeded, result.Refusal is AnswersInvalid invalid
            ? string.Join("; ", invalid.Errors.Select(error => $"{error.Path}: {error.Refusal}")) : result.Refusal?.ToString());
        (journey.Receipt, journey.CaseId) = (result.Value, result.Value.CaseId);
        return journey;
    }

    /// <summary>Through the village and its notice to the town's desk.</summary>
    public async Task ReachTownAsync()
    {
        await DecideAsync(Village, "recommend", "Recommend");
        await PassDaysAsync(3);
    }

    public async Task ReachDepartmentAsync()
    {
        await ReachTownAsync();
        await DecideAsync(Town, "town", "Pass", points: 10);
    }

    /// <summary>From the town's desk to the district's notice.</summary>
    public async Task GoOnToDistrictNoticeAsync(decimal points = 13)
    {
        await DecideAsync(Town, "town", "Pass", points: 10);
        await DecideAsync(Department, "department", "Pass", points: 10);
        await AnswerJointCheckAsync();
        foreach (var task in await PanelTasksAsync()) await ScoreAsync(task, points);
        await DecideAsync(Office, "approval", "Propose");
        await DecideAsync(Leader, "approval", "Approve");
    }

    public async Task ReachJointCheckAsync()
    {
        await ReachDepartmentAsync();
        await DecideAsync(Department, "department", "Pass", points: 10);
    }

    public async Task ReachPanelAsync()
    {
        await ReachJointCheckAsync();
        await AnswerJointCheckAsync();
    }

    public async Task ReachCompilationAsync(decimal points = 13)
    {
        await ReachPanelAsync();
        foreach (var task in await PanelTasksAsync()) await ScoreAsync(task, points);
    }

    public async Task ReachDistrictNoticeAsync(decimal points = 13)
    {
        await ReachCompilationAsync(points);
        await DecideAsync(Office, "approval", "Propose");
        await DecideAsync(Leader, "approval", "Approve");
    }

    /// <summary>Every unit of the joint check answers.</summary>
    /// <param name="objecting">The one that objects; null when none does.</param>
    public async Task AnswerJointCheckAsync(string? objecting = null)
    {
        for (var number = 1; number <= 6; number++)
        {
            var user = string.Create(CultureInfo.InvariantCulture, $"joint{number}@demo");
            if (user == objecting) await DecideAsync(user, "joint", "Objection", "On a list of debtors.");
            else await DecideAsync(user, "joint", "NoObjection");
        }
    }

    public async Task<DecisionReceipt> DecideAsync(
        string user, string step, string outcome, string reason = "", decimal? points = null, string? fields = null)
    {
        var result = await TryDecideAsync(user, step, outcome, reason, points, fields);
        Assert.True(result.Succeeded, $"{user} {step} {outcome}: {result.Refusal}");
        return result.Value;
    }

    public async Task<Result<DecisionReceipt>> TryDecideAsync(
        string user, string step, string outcome, string reason = "", decimal? points = null, string? fields = null)
    {
        var actor = await ActorAsync(user);
        var task = await TaskAsync(step, actor);
        using var entered = JsonDocument.Parse(fields ?? Fields(step, outcome));
        return await Service<ReviewService>().DecideAsync(actor, new ReviewDecision(task, outcome, reason,
            points is { } all ? Scores(all) : new Dictionary<string, decimal>(), [])
        {
            Fields = asked => AnswerBinder.FromJson(asked, entered.RootElement),
        }, Begin("ReviewTaskDeciding", actor), default);
    }

    public async Task AskForMoreAsync(string user, string step, string field = "papers")
    {
        var actor = await ActorAsync(user);
        var result = await Service<ReviewService>().DecideAsync(actor, new ReviewDecision(await TaskAsync(step, actor), "Supplement", "Please complete.",
            new Dictionary<string, decimal>(), [new SupplementGap("field", field, "Please say more.")]), Begin("ReviewTaskDeciding", actor), default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        Assert.Equal(ApplicationStatus.Supplementing, result.Value.Status);
    }

    /// <summary>The head of the talent office lets a unit ask once more.</summary>
    public async Task AllowSupplementAsync(string step)
    {
        var task = (Guid)(await portal.Database.ScalarAsync(
            "select id from review_tasks where case_id = $1 and step_code = $2 and status in ('Open', 'Claimed')", CaseId, step))!;
        var result = await new Desk(portal).AllowSupplementAsync(await ActorAsync(Office), task);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
    }

    public async Task SupplyAsync(string answers = """{ "papers": 3 }""")
    {
        using var more = JsonDocument.Parse(answers);
        var item = Service<ServiceItems>().Find("RC010001")!.Item;
        var result = await Service<SupplementService>().AnswerAsync(Talent, CaseId,
            AnswerBinder.FromJson(item.Form.Fields, more.RootElement).Answers, Begin("SupplementAnswering", Talent), default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
    }

    public Task<Result> DeclareAsync(Actor expert, Guid task, bool hasConflict, string reason = "") =>
        Service<ExpertPanelService>().DeclareAsync(expert, task, hasConflict, reason, Begin("ConflictDeclaring", expert), default);

    public async Task ScoreAsync((Guid Task, Guid Expert) seat, decimal points)
    {
        var expert = await ActorAsync(seat.Expert);
        var declared = await DeclareAsync(expert, seat.Task, hasConflict: false);
        Assert.True(declared.Succeeded, declared.Refusal?.ToString());
        var result = await TryScoreAsync(expert, seat.Task, points);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
    }

    public Task<Result<DecisionReceipt>> TryScoreAsync(Actor expert, Guid task, decimal points) =>
        Service<ReviewService>().DecideAsync(expert, new ReviewDecision(task, "Scored", "", Scores(points), []), Begin("ReviewTaskDeciding", expert), default);

    public async Task<Result<Guid>> ObjectAsync(Actor actor, params IReadOnlyList<Guid> evidence) => await Service<NoticeService>().RaiseAsync(
        actor, await EntryAsync(), "The list of households is not true.", evidence, Begin("ObjectionRaising", actor), default);

    /// <summary>Walks an objection's own case to its end; its result then reaches this case.</summary>
    public async Task DecideObjectionAsync(Guid objection, bool upheld)
    {
        await InvestigateObjectionAsync(objection);
        await OfObjection(objection).DecideAsync(Office, "conclude", upheld ? "Uphold" : "Dismiss", ObjectionFinding);
        await portal.RunJobsAsync();
    }

    /// <summary>To the talent office's desk, where it is concluded.</summary>
    public async Task InvestigateObjectionAsync(Guid objection)
    {
        await portal.RunJobsAsync();
        var own = OfObjection(objection);
        await own.DecideAsync(Office, "accept", "Accept");
        await own.DecideAsync(Department, "investigate", "Reported", "The list was checked at the village.");
    }

    /// <summary>The talent office turns an objection away.</summary>
    public async Task TurnObjectionAwayAsync(Guid objection)
    {
        await portal.RunJobsAsync();
        await OfObjection(objection).DecideAsync(Office, "accept", "Reject", "It says nothing concrete.");
        await portal.RunJobsAsync();
    }

    /// <summary>The objection's own case.</summary>
    public Journey OfObjection(Guid objection) => OfCase(objection);

    /// <summary>Another case of the same person.</summary>
    public Journey OfCase(Guid caseId) => new(portal) { CaseId = caseId, Talent = Talent };

    /// <summary>The same person hands in something else, with one file of each of these codes.</summary>
    public async Task<Result<Journey>> HandInAsync(string item, JsonElement answers, params IReadOnlyList<string> files)
    {
        var materials = new List<Guid>();
        foreach (var file in files) materials.Add(await UploadAsync(file));
        var actor = await ActorAsync(Talent.UserId);
        var result = await Service<SubmissionService>().SubmitAsync(
            actor, new DirectSubmission(item, answers, materials, null), Begin("ApplicationSubmitting", actor), default);
        return result.Succeeded ? new Journey(portal) { CaseId = result.Value.CaseId, Talent = actor } : result.Refusal;
    }

    /// <summary>Lets working days and one night pass, then the timers that are due run.</summary>
    public async Task PassDaysAsync(int workingDays)
    {
        var zone = Service<TalentPortal.Core.Calendar.PortalTimeZone>();
        var last = Service<TalentPortal.Core.Calendar.WorkingCalendar>().AddWorkingDays(zone.Today, workingDays).On;
        portal.Clock.Set(zone.StartOf(last.AddDays(1)) + TimeSpan.FromHours(9));
        await RunDueAsync();
    }

    /// <summary>
    /// Runs the timers that are due until this case has none. The portal's own worker may have taken the case a moment before, or a job
    /// may hold it: its lock tells when that is done.
    /// </summary>
    public async Task RunDueAsync()
    {
        const string Due = "select count(*) from bookmarks b join cases c on c.id = b.case_id where b.case_id = $1 and b.due_at <= $2 and not c.hold";
        for (var look = 0; look < 20; look++)
        {
            await Service<DueCaseWorker>().RunDueAsync(CancellationToken.None);
            await ScalarAsync("select id from cases where id = $1 for no key update");
            if (await portal.Database.ScalarAsync(Due, CaseId, portal.Clock.GetUtcNow()) is 0L) return;
        }
    }

    public async Task<Actor> ActorAsync(string user) =>
        await ActorAsync((Guid)(await portal.Database.ScalarAsync("select id from portal_users where user_name = $1", user))!);

    public async Task<Actor> ActorAsync(Guid id) => (await Service<ActorCache>().FindAsync(id, default))!;

    public async Task<IReadOnlyList<(Guid Task, Guid Expert)>> PanelTasksAsync()
    {
        await using var command = portal.Database.DataSource.CreateCommand(
            "select id, assignee_id from review_tasks where case_id = $1 and step_code = 'panel' and role = 'Expert' and status in ('Open', 'Claimed') order by position");
        command.Parameters.AddWithValue(CaseId);
        await using var reader = await command.ExecuteReaderAsync();
        var seats = new List<(Guid, Guid)>();
        while (await reader.ReadAsync()) seats.Add((reader.GetGuid(0), reader.GetGuid(1)));
        return seats;
    }

    public async Task<Guid> EntryAsync() => (Guid)(await portal.Database.ScalarAsync(
        "select id from notice_entries where case_id = $1 and status in ('Running', 'Frozen')", CaseId))!;

    public Task<object?> ScalarAsync(string sql) => portal.Database.ScalarAsync(sql, CaseId);

    public async Task<string> StatusAsync() => (string)(await ScalarAsync("select status from applications where case_id = $1"))!;

    /// <summary>Nothing waits, nothing failed, and the audit holds.</summary>
    public async Task AssertEndedAsync(string status)
    {
        Assert.Equal("", await ScalarAsync("select coalesce(string_agg(activity_id || ': ' || reason, '; '), '') from incidents where case_id = $1"));
        Assert.Equal(status, await StatusAsync());
        Assert.Equal("Finished", await ScalarAsync("select status from workflow_instances where case_id = $1"));
        Assert.Equal(0L, await ScalarAsync("select count(*) from bookmarks where case_id = $1"));
        Assert.Equal(0L, await ScalarAsync("select count(*) from review_tasks where case_id = $1 and status in ('Open', 'Claimed', 'Waiting')"));
        Assert.Equal(0L, await ScalarAsync("select count(*) from notice_entries where case_id = $1 and status in ('Running', 'Frozen')"));
        Assert.Equal(0L, await ScalarAsync("select count(*) from deadlines where case_id = $1 and ended_on is null"));
    }

    public Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);

    private async Task<Guid> TaskAsync(string step, Actor actor)
    {
        await using var command = portal.Database.DataSource.CreateCommand(
            """
            select t.id from review_tasks t join appointments a on a.organisation_id = t.organisation_id and a.role = t.role and a.user_id = $3
            where t.case_id = $1 and t.step_code = $2 and t.status in ('Open', 'Claimed') and (t.assignee_id is null or t.assignee_id = $3)
            """);
        command.Parameters.AddWithValue(CaseId);
        command.Parameters.AddWithValue(step);
        command.Parameters.AddWithValue(actor.UserId);
        return await command.ExecuteScalarAsync() as Guid?
            ?? throw new InvalidOperationException(
                $"{actor.DisplayName} has no task in '{step}'; the case is {await StatusAsync()}, stage {await ScalarAsync("select stage from applications where case_id = $1")}, "
                + $"incidents: {await ScalarAsync("select string_agg(reason, '; ') from incidents where case_id = $1")}");
    }

    private async Task<Guid> UploadAsync(string code)
    {
        var id = Guid.NewGuid();
        await portal.Database.ScalarAsync(
            """
            with added as (
              insert into materials (id, owner_user_id, code, file_name, content_type, size_bytes, sha256, trust_level, uploaded_at)
              values ($1, $2, $3, 'a.jpg', 'image/jpeg', 10, sha256('\x89504e470d0a1a0a0000'), 'D', '2026-01-05Z') returning id)
            insert into material_contents (material_id, content) select id, '\x89504e470d0a1a0a0000' from added
            """, id, Talent.UserId, code);
        return id;
    }

    /// <summary>What a step asks for beside points, unless a test says otherwise.</summary>
    private static string Fields(string step, string outcome) => (step, outcome) switch
    {
        ("recommend", "Recommend") => """{ "votesPresent": 42, "votesFor": 40, "votesAgainst": 1, "votedOn": "2026-02-25", "voteRecord": "No. 3 of 2026" }""",
        ("joint", "Objection") => """{ "finding": "discredited", "findingBasis": "Register of debtors, entry 17" }""",
        ("panel", "Rescore") => """{ "discussedOn": "2026-02-26", "discussionMinutes": "The scale was read differently; led households count." }""",
        ("panel", "Confirmed" or "NotConfirmed") => """
            { "visitedOn": "2026-02-26", "visitPlace": "The orchard", "visitors": "Two of the department", "visitFindings": "Twelve mu as stated." }
            """,
        ("accept", "Accept") => """{ "investigator": "ys-agriculture" }""",
        ("joint", "Dismiss") => """{ "dismissalBasis": "Court notice 2026-12: settled" }""",
        _ => "{}",
    };

    private static Dictionary<string, decimal> Scores(decimal points) => new(StringComparer.Ordinal)
    {
        ["conduct"] = Math.Min(points, 10),
        ["skill"] = points,
        ["scale"] = points,
        ["results"] = points,
        ["leading"] = points,
        ["training"] = Math.Min(points, 10),
    };
}

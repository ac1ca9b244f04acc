using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>
/// Random sequences of all actions by several officers and the applicant. Whatever they do, a case is either open with exactly the
/// tasks that its workflow waits for, or closed with nothing left; refusals are sentences, never failures.
/// </summary>
public sealed class DeskWalkTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Sequences = 2000;
    private const int LongestSequence = 9;

    // One row a violation. Each line is one promise about all cases at once.
    private const string Violations = """
        select 'incident: ' || reason from incidents
        union all select 'closed with ' || t.status || ' task' from review_tasks t join applications a using (case_id)
          where a.closed_at is not null and t.status in ('Open', 'Claimed', 'Waiting')
        union all select 'closed with a bookmark' from bookmarks b join applications a using (case_id) where a.closed_at is not null
        union all select 'closed with a running instance' from workflow_instances i join applications a using (case_id)
          where a.closed_at is not null and i.status = 'Running'
        union all select 'closed with a running clock' from deadlines d join applications a using (case_id) where a.closed_at is not null and d.ended_on is null
        union all select 'open without an instance' from applications a where a.closed_at is null and a.submitted_at is not null
          and not exists (select from workflow_instances i where i.case_id = a.case_id and i.status = 'Running')
        union all select 'open and nobody has to act' from applications a where a.closed_at is null and a.submitted_at is not null
          and not exists (select from review_tasks t where t.case_id = a.case_id and t.status in ('Open', 'Claimed'))
          and not exists (select from supplements s where s.case_id = a.case_id and s.status = 'Open')
        union all select 'open step without its bookmark' from review_steps s where s.status = 'Open'
          and not exists (select from bookmarks b where b.id = s.bookmark_id)
        union all select 'bookmark that nobody can resume' from bookmarks b where not exists (
          select from review_steps s where s.bookmark_id = b.id and s.status = 'Open') and not exists (
          select from supplements u where u.bookmark_id = b.id and u.status = 'Open')
        union all select 'task of a step that is over' from review_tasks t join review_steps s on s.id = t.step_id
          where s.status <> 'Open' and t.status in ('Open', 'Claimed', 'Waiting')
        union all select 'open step without a task to do' from review_steps s where s.status = 'Open'
          and not exists (select from review_tasks t where t.step_id = s.id and t.status in ('Open', 'Claimed'))
        union all select 'task that waits for nothing' from review_tasks t where t.status = 'Waiting' and not exists (
          select from review_tasks c where c.parent_id = t.id and c.kind in ('Before', 'Delegated') and c.status in ('Open', 'Claimed', 'Waiting'))
          and not exists (select from review_tasks p where t.kind = 'After' and p.step_id = t.step_id and p.id <> t.id and p.status in ('Open', 'Claimed', 'Waiting'))
        union all select 'supplement without its status' from applications a where (a.status = 'Supplementing') <> exists (
          select from supplements s where s.case_id = a.case_id and s.status = 'Open')
        union all select 'clock stands still for nothing' from deadlines d join cases c on c.id = d.case_id, jsonb_array_elements(d.stops) stop
          where d.ended_on is null and stop->>'to' is null and case stop->>'reason' when 'suspension' then not c.hold
            when 'supplement' then not exists (select from supplements s where s.case_id = d.case_id and s.status = 'Open') end
        union all select 'answer without its message' from applications a where a.closed_at is not null and not exists (
          select from outbox_messages m where m.case_id = a.case_id and m.template in ('decision-approved', 'application-not-accepted',
            'application-withdrawn', 'application-terminated', 'decision-refused-party', 'decision-refused-government'))
        """;

    private readonly Desk desk = new(portal, "details");
    private readonly ActorCache actors = portal.Services.GetRequiredService<ActorCache>();

    [Fact]
    public async Task AnySequenceOfActions_LeavesEachCaseWholeOrClosed()
    {
        var people = new TestPeople(portal.Services);
        var officers = new List<Actor> { await people.DemoAsync("office@demo") };
        for (var number = 0; number < 3; number++) officers.Add(await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"));
        var talents = new List<Actor>();
        for (var number = 0; number < 4; number++) talents.Add(await people.TalentAsync());
        var unit = (Guid)(await portal.Database.ScalarAsync("select id from organisations where code = 'ys-agriculture'"))!;
        await Parallel.ForEachAsync(Enumerable.Range(1, Sequences), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
            await WalkAsync(new Random(seed), officers, talents[seed % talents.Count], unit));
        await using var command = portal.Database.DataSource.CreateCommand($"select string_agg(what, '; ') from (select what, count(*) from ({Violations}) v(what) group by what limit 10) x(what, n)");
        Assert.Equal("", await command.ExecuteScalarAsync() as string ?? "");
        Assert.Equal((long)Sequences, await portal.Database.ScalarAsync("select count(*) from applications where submitted_at is not null"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
        // More time is asked for and decided only in some walks.
        Assert.InRange((long)(await portal.Database.ScalarAsync("select count(distinct kind) from case_actions"))!, 19L, 21L);
    }

    private async Task WalkAsync(Random random, List<Actor> officers, Actor talent, Guid unit)
    {
        var receipt = await new Consultations(portal).SubmitAsync(talent);
        for (var step = random.Next(1, LongestSequence); step > 0; step--)
        {
            var tasks = await TasksAsync(receipt.CaseId);
            var (actor, other) = (officers[random.Next(officers.Count)], officers[random.Next(officers.Count)]);
            if (tasks.Count == 0 || random.Next(9) == 0) await AsApplicantAsync(random, talent, receipt.CaseId);
            else await AsOfficerAsync(random, (await actors.FindAsync(actor.UserId, default))!, other, tasks, unit, officers[0]);
        }
    }

    private async Task AsApplicantAsync(Random random, Actor talent, Guid caseId)
    {
        switch (random.Next(6))
        {
            case 0:
                await portal.Services.GetRequiredService<WithdrawalService>().WithdrawAsync(talent, caseId, "", Begin("ApplicationWithdrawing", talent), default);
                break;
            case 1 or 2:
                await desk.UrgeAsApplicantAsync(talent, caseId);
                break;
            default:
                using (var more = JsonDocument.Parse("""{ "details": "I grow oranges." }"""))
                {
                    var fields = portal.Services.GetRequiredService<ServiceItems>().Find("RC320001")!.Item.Form.Fields;
                    await portal.Services.GetRequiredService<SupplementService>().AnswerAsync(talent, caseId,
                        AnswerBinder.FromJson(fields, more.RootElement).Answers, Begin("SupplementAnswering", talent), default);
                }

                break;
        }
    }

    private async Task AsOfficerAsync(Random random, Actor actor, Actor other, List<Guid> tasks, Guid unit, Actor head)
    {
        var task = tasks[random.Next(tasks.Count)];
        ReadOnlySpan<string> outcomes = ["Accept", "Accept", "Answered", "Agree", "Agree", "Disagree", "Supplement", "Reject"];
        var outcome = outcomes[random.Next(outcomes.Length)];
        var action = random.Next(30);
        _ = action switch
        {
            0 => await desk.ClaimAsync(actor, task),
            1 => await desk.TransferAsync(actor, task, other),
            2 => await desk.AssignAsync(actor, task, other),
            3 => await desk.DelegateAsync(actor, task, other),
            4 => await desk.AddAsync(actor, task, other, ReviewTaskKind.Before),
            5 => await desk.AddAsync(actor, task, other, ReviewTaskKind.After),
            6 => await desk.AddAsync(actor, task, other, ReviewTaskKind.Main),
            7 => await desk.ConsultAsync(actor, task, unit),
            8 => await desk.RemoveAsync(actor, task, tasks[random.Next(tasks.Count)]),
            9 => await desk.ReturnAsync(actor, task, "acceptOffice", random.Next(2) == 0),
            10 or 11 => await desk.TakeBackAsync(actor, task),
            12 => await desk.SuspendAsync(actor, task),
            13 or 14 => await desk.ResumeAsync(actor, task),
            15 => await desk.CopyAsync(actor, task, other),
            16 => await desk.UrgeAsync(actor, task),
            17 when random.Next(3) == 0 => await desk.TerminateAsync(actor, task),
            18 => await desk.AllowSupplementAsync(actor, task),
            22 or 23 => await desk.AskExtensionAsync(actor, task),
            24 or 25 => await desk.DecideExtensionAsync(actor, task, random.Next(2) == 0),
            26 or 27 => await desk.BatchAsync(actor, tasks, outcome),
            28 => await desk.HandOverAsync(head, tasks, other, random.Next(2) == 0 ? actor : null),
            29 when random.Next(4) == 0 => await AsAbsentAsync(actor, other),
            _ => (await desk.DecideAsync(actor, task, outcome)).ToResult(),
        };
    }

    /// <summary>Goes away; who is away already comes back.</summary>
    private async Task<Result> AsAbsentAsync(Actor actor, Actor standIn)
    {
        if ((await desk.BeAwayAsync(actor, standIn)).Succeeded) return Result.Success;
        var absence = await portal.Database.ScalarAsync("select id from absences where user_id = $1 and ended_at is null", actor.UserId) as Guid?;
        return absence is { } id ? await desk.ComeBackAsync(actor, id) : Result.Success;
    }

    private async Task<List<Guid>> TasksAsync(Guid caseId)
    {
        await using var command = portal.Database.DataSource.CreateCommand("select id from review_tasks where case_id = $1 order by id desc limit 6");
        command.Parameters.AddWithValue(caseId);
        await using var reader = await command.ExecuteReaderAsync();
        var tasks = new List<Guid>();
        while (await reader.ReadAsync()) tasks.Add(reader.GetGuid(0));
        return tasks;
    }

    private Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);
}

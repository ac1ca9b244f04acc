using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Makes the cases of the demonstration through the services that pages use. Each operation's id comes from the case's key: loading
/// twice, or going on after a crash, does each step once.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="submissions">Hands cases in.</param>
/// <param name="reviews">Answers tasks.</param>
/// <param name="people">Accounts and their files.</param>
/// <param name="logger">Told what the portal refuses, for example outside an item's open period.</param>
public sealed class DemoCaseSeeder(
    NpgsqlDataSource source, SubmissionService submissions, ReviewService reviews, DemoPeople people, ILogger<DemoCaseSeeder> logger)
{
    private const string TaskSql = """
        select t.id from review_tasks t join appointments a on a.organisation_id = t.organisation_id and a.role = t.role and a.user_id = $3
        where t.case_id = $1 and t.step_code = $2 and t.status in ('Open', 'Claimed') limit 1
        """;

    /// <summary>Makes what is missing.</summary>
    public async Task<DemoCaseCount> SeedAsync(CancellationToken ct)
    {
        var (made, refused) = (0, 0);
        foreach (var seed in SeedFile.Read<DemoCaseSeed>(people.PathOf("cases.json")).Items)
        {
            var done = await DoneAsync(seed, ct);
            if (done > seed.Steps.Count) continue;
            var result = await MakeAsync(seed, Math.Max(done - 1, 0), ct);
            if (result.Succeeded)
            {
                made++;
                continue;
            }

            refused++;
            logger.LogWarning("The demonstration case {Key} was refused: {Refusal}", seed.Key, result.Refusal.Key);
        }

        return new DemoCaseCount(made, refused);
    }

    /// <summary>How many of the case's operations are there: the submission and one for each decision.</summary>
    private async Task<int> DoneAsync(DemoCaseSeed seed, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select count(*)::int from operations where id = any($1)");
        var ids = new List<Guid> { OperationId(seed.Key, await people.IdAsync(seed.By, ct)) };
        foreach (var (place, step) in seed.Steps.Index()) ids.Add(OperationId($"{seed.Key}/{place}", await people.IdAsync(step.By, ct)));
        command.Parameters.Add(new NpgsqlParameter { Value = ids.ToArray() });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<Result> MakeAsync(DemoCaseSeed seed, int from, CancellationToken ct)
    {
        var submitted = await SubmitAsync(seed, ct);
        if (!submitted.Succeeded) return submitted.Refusal;
        for (var place = from; place < seed.Steps.Count; place++)
        {
            var decided = await DecideAsync(seed, place, submitted.Value.CaseId, ct);
            if (!decided.Succeeded) return decided.Refusal;
        }

        return Result.Success;
    }

    private async Task<Result<SubmissionReceipt>> SubmitAsync(DemoCaseSeed seed, CancellationToken ct)
    {
        var actor = await people.ActorAsync(seed.By, ct);
        var materials = new List<Guid>();
        foreach (var code in seed.Materials) materials.Add(await people.UploadAsync(actor, code, ct));
        var operation = people.Begin(OperationId(seed.Key, actor.UserId), "ApplicationSubmitting", actor);
        return await submissions.SubmitAsync(
            actor, new DirectSubmission(seed.ServiceItem, seed.Answers, materials, seed.OnBehalfBasis), operation, ct);
    }

    private async Task<Result<DecisionReceipt>> DecideAsync(DemoCaseSeed seed, int place, Guid caseId, CancellationToken ct)
    {
        var step = seed.Steps[place];
        var officer = await people.ActorAsync(step.By, ct);
        await using var command = source.CreateCommand(TaskSql);
        foreach (var value in new object[] { caseId, step.Step, officer.UserId })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        if (await command.ExecuteScalarAsync(ct) is not Guid task) return new CaseNotFound();
        var decision = new ReviewDecision(task, step.Outcome, step.Reason, new Dictionary<string, decimal>(), step.Gaps)
        {
            Fields = step.Fields is { } entered ? fields => AnswerBinder.FromJson(fields, entered) : null,
        };
        var operation = people.Begin(OperationId($"{seed.Key}/{place}", officer.UserId), "ReviewTaskDeciding", officer);
        return await reviews.DecideAsync(officer, decision, operation, ct);
    }

    private static Guid OperationId(string key, Guid userId) => Operation.IdFromKey(userId, "demo/" + key);
}

using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>What people do to molds, through the services that pages use.</summary>
internal sealed class MoldDesk(
    NpgsqlDataSource database, (SubmissionService Submissions, ApplicationDrafts Drafts, WithdrawalService Withdrawals) applicants,
    ReviewService reviews, DueCaseWorker worker, TimeProvider time)
{
    private const string TaskSql =
        "select id from review_tasks where case_id = $1 and step_code = $2 and status in ('Open', 'Claimed') order by position limit 1";

    /// <summary>Hands in.</summary>
    public async Task<Guid> SubmitAsync(Actor actor, DirectSubmission submission, CancellationToken ct) =>
        Expect(await applicants.Submissions.SubmitAsync(actor, submission, Begin("ApplicationSubmitting", actor), ct)).CaseId;

    /// <summary>Begins and goes no further.</summary>
    public async Task<Guid> DraftAsync(Actor actor, string item, string? onBehalfBasis, CancellationToken ct) =>
        Expect(await applicants.Drafts.StartAsync(actor, item, onBehalfBasis, Begin("DraftStarting", actor), ct));

    /// <summary>Takes back.</summary>
    public async Task WithdrawAsync(Actor actor, Guid caseId, string reason, CancellationToken ct) =>
        Expect(await applicants.Withdrawals.WithdrawAsync(actor, caseId, reason, Begin("ApplicationWithdrawing", actor), ct));

    /// <summary>Takes a task.</summary>
    public async Task ClaimAsync(Actor actor, Guid caseId, string step, CancellationToken ct) =>
        Expect(await reviews.ClaimAsync(actor, await TaskAsync(caseId, step, ct), Begin("TaskClaiming", actor), ct));

    /// <summary>Answers one.</summary>
    public async Task DecideAsync(Actor actor, Guid caseId, MoldMove.Decide answer, BulkMaterial material, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        IReadOnlyList<SupplementGap> gaps = answer.Gap is { } field
            ? [new SupplementGap("field", field, material.Reasons["supplement"])]
            : [];
        var decision = new ReviewDecision(
            await TaskAsync(caseId, answer.Step, ct), answer.Outcome, answer.Reason, new Dictionary<string, decimal>(), gaps)
        {
            Fields = asked => AnswerBinder.FromJson(asked, Only(material.Recommendation, asked)),
        };
        Expect(await reviews.DecideAsync(actor, decision, Begin("ReviewTaskDeciding", actor), ct));
    }

    /// <summary>What has fallen due happens.</summary>
    public Task RunDueAsync(CancellationToken ct) => worker.RunDueAsync(ct);

    private Operation Begin(string type, Actor actor) =>
        Operation.Begin(Ids.New(), type, actor.UserId, actor.Appointments is [var held, ..] ? held.Role.ToString() : null, time);

    private async Task<Guid> TaskAsync(Guid caseId, string step, CancellationToken ct)
    {
        await using var command = database.CreateCommand(TaskSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        command.Parameters.Add(CaseBatch.Text(step));
        return await command.ExecuteScalarAsync(ct) as Guid?
            ?? throw new StartupRefusedException($"A made-up case has no task in '{step}'.");
    }

    private static JsonElement Only(JsonElement entered, IEnumerable<FormField> asked)
    {
        var codes = asked.Select(field => field.Code).ToHashSet(StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(
            entered.EnumerateObject().Where(one => codes.Contains(one.Name)).ToDictionary(one => one.Name, one => one.Value));
    }

    private static T Expect<T>(Result<T> result) => result.Succeeded ? result.Value : throw Refused(result.Refusal);

    private static void Expect(Result result)
    {
        if (!result.Succeeded) throw Refused(result.Refusal);
    }

    private static StartupRefusedException Refused(Refusal refusal) => new(refusal is AnswersInvalid invalid
        ? $"A made-up case was refused: {string.Join("; ", invalid.Errors.Select(error => $"{error.Path}: {error.Refusal.Key}"))}."
        : $"A made-up case was refused: {refusal.Key}.");
}

using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Gives back what a stand-in holds and may no longer act on: to whom it was assigned by name, else to the unit's pool.</summary>
public sealed class EndStandInJob(NpgsqlDataSource database, CaseTransaction cases, ActorCache actors, TimeProvider time) : IJobHandler
{
    // Twice is harmless: a task that was given back is held by nobody, or by somebody else, and is left alone.
    private const string HeldSql = "select id from review_tasks where status in ('Claimed', 'Waiting') and claimed_by = $1 order by id";

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "reviews.end-stand-in";

    /// <summary>The job for an absence.</summary>
    /// <param name="absence">The absence.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="runAt">When it ends, UTC.</param>
    public static Job For(Absence absence, DateTimeOffset at, DateTimeOffset runAt)
    {
        ArgumentNullException.ThrowIfNull(absence);
        var payload = JsonSerializer.Serialize(new StandIn(absence.StandInId), JsonSerializerOptions.Web);
        return Job.Of(Kind, at, runAt, caseId: null, payload, $"{absence.Id:N}{(absence.EndedAt is null ? "" : "-early")}");
    }

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var standIn = JsonSerializer.Deserialize<StandIn>(job.Payload, JsonSerializerOptions.Web)!.UserId;
        actors.Forget(standIn);
        if (await actors.FindAsync(standIn, ct) is not { } actor) return;
        foreach (var task in await HeldAsync(standIn, ct)) await GiveBackAsync(job, actor, task, ct);
    }

    private async Task GiveBackAsync(Job job, Actor actor, Guid taskId, CancellationToken ct)
    {
        var operation = Operation.Begin(Operation.IdFromKey(job.Id, taskId.ToString("N")), "StandInEnding", userId: null, role: null, time);
        var result = await cases.RunAsync<bool>(CaseLock.Of("review_tasks", taskId), operation, (work, _) =>
        {
            var task = work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == taskId);
            if (task?.ClaimedBy != actor.UserId || !(task.IsOpen || task.Status is ReviewTaskStatus.Waiting) || actor.MayActOn(task))
                return Task.FromResult<Result<bool>>(false);
            work.Rows<ReviewTask>().Replace(task.GiveBack());
            work.Record("StandInEnded", ("task", task.Id), ("step", task.StepCode), ("from", actor.UserId), ("to", task.AssigneeId),
                ("unit", task.OrganisationId));
            return Task.FromResult<Result<bool>>(true);
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"Task {taskId} was not given back: {result.Refusal.Key}.");
    }

    private async Task<List<Guid>> HeldAsync(Guid userId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(HeldSql);
        command.Parameters.Add(CaseBatch.Uuid(userId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var held = new List<Guid>();
        while (await reader.ReadAsync(ct)) held.Add(reader.GetGuid(0));
        return held;
    }

    private sealed record StandIn(Guid UserId);
}

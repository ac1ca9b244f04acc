using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>
/// Tells a parent how the workflow fares that it dispatched and waits for. The job carries no news: the child is read under the parent's
/// lock, so that reports may come twice or in any order.
/// </summary>
/// <param name="cases">Opens the parent's case.</param>
/// <param name="orchestrator">Lets the parent go on.</param>
/// <param name="listeners">Rooms that want to know of a child's end.</param>
/// <param name="time">The portal's clock.</param>
public sealed class ReportChildJob(
    CaseTransaction cases, Orchestrator orchestrator, IEnumerable<ChildEnded> listeners, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the wait is gone after the child's end was reported, and a fault that is known is not raised again.
    private const string ChildSql =
        """
        select definition_id, definition_version, state, (select reason from incidents i where i.instance_id = w.id and resolved_at is null order by occurred_at desc limit 1)
        from workflow_instances w where id = $1
        """;

    /// <summary>How long a report rests while the parent's case is suspended.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "workflows.report-child";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var instance = DispatchJobs.InstanceOf(job);
        var operation = Operation.Begin(job.Id, "DispatchedWorkflowReporting", userId: null, role: null, time);
        var result = await cases.RunAsync(job.CaseId!.Value, operation, async (work, token) =>
        {
            var waiting = work.Rows<BookmarkRow>()
                .FirstOrDefault(row => row.Name == DispatchedWorkflow.BookmarkName && row.Key == instance);
            if (work.Case.Hold) work.Rows<Job>().Add(Job.Of(Kind, work.Now, work.Now + Rest, work.CaseId, job.Payload));
            else if (await ReadAsync(work, instance, token) is { } child) await ReportAsync(work, waiting, child, token);
            return Result.Success;
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The report {job.Id} was refused: {result.Refusal.Key}.");
    }

    private async Task ReportAsync(CaseWork work, BookmarkRow? waiting, StoredChild stored, CancellationToken ct)
    {
        var child = await orchestrator.ReadAsync(stored.DefinitionId, stored.Version, stored.State, ct);
        if (child.Status is WorkflowStatus.Finished)
        {
            foreach (var tell in listeners) await tell(work, child, ct);
        }

        if (waiting is null) return;
        work.Record("DispatchedWorkflowReported", ("instance", child.Id), ("status", child.SubStatus.ToString()));
        if (child.Status is WorkflowStatus.Finished)
            await orchestrator.ResumeAsync(work, waiting.Id, DispatchedWorkflow.ToInput(child), ct);
        else
            await orchestrator.ReportChildAsync(
                work, waiting.Id, child.SubStatus is WorkflowSubStatus.Faulted ? Sentence(child, stored.Fault) : null, ct);
    }

    private static string Sentence(WorkflowInstance child, string? fault) =>
        $"The dispatched workflow {child.Definition} ({child.Id}) has faulted: {fault ?? "see its incidents"}";

    private static async Task<StoredChild?> ReadAsync(CaseWork work, string instance, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ChildSql, work.Connection) { Parameters = { CaseBatch.Text(instance) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new StoredChild(reader.GetString(0), reader.GetInt32(1), reader.GetString(2),
            reader.IsDBNull(3) ? null : reader.GetString(3));
    }

    private sealed record StoredChild(string DefinitionId, int Version, string State, string? Fault);
}

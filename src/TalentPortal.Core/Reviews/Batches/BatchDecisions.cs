using Microsoft.Extensions.Logging;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Batches;

/// <summary>Answers many tasks, each as if it were answered alone: same rights, same rules, its own transaction.</summary>
public sealed partial class BatchDecisions(ReviewService reviews, ILogger<BatchDecisions> logger)
{
    /// <summary>Most tasks of one batch.</summary>
    public const int Most = 100;

    /// <summary>Answers them in their order.</summary>
    /// <param name="actor">Who answers.</param>
    /// <param name="batch">The answer.</param>
    /// <param name="operation">The intent; each row's operation has an id of its own that comes from it.</param>
    /// <param name="ct">Cancels: rows that are answered by then stay so.</param>
    /// <returns>A row for each task, or why nothing was tried.</returns>
    public async Task<Result<IReadOnlyList<BatchRow>>> DecideAsync(
        Actor actor, BatchDecision batch, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(operation);
        var tasks = batch.TaskIds.Distinct().ToList();
        if (tasks.Count == 0) return new BatchEmpty();
        if (tasks.Count > Most) return new BatchTooLarge(Most);
        var rows = new List<BatchRow>(tasks.Count);
        foreach (var task in tasks) rows.Add(new BatchRow(task, await DecideOneAsync(actor, task, batch, operation, ct)));
        return rows;
    }

    /// <summary>The id of one row's operation: the batch sent again names the same rows.</summary>
    public static Guid OperationOf(Guid batchId, Guid taskId) => Operation.IdFromKey(batchId, taskId.ToString("N"));

    private async Task<Result<DecisionReceipt>> DecideOneAsync(
        Actor actor, Guid task, BatchDecision batch, Operation operation, CancellationToken ct)
    {
        var decision = new ReviewDecision(task, batch.Outcome, batch.Reason, new Dictionary<string, decimal>(StringComparer.Ordinal), []);
        try
        {
            return await reviews.DecideAsync(actor, decision, operation with { Id = OperationOf(operation.Id, task) }, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The rows before are decided and those after can be: the officer reads which one was not.
            LogRowFailed(failure, task);
            return new BatchRowFailed();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {TaskId} of a batch met a fault; the other rows go on.")]
    private partial void LogRowFailed(Exception failure, Guid taskId);
}

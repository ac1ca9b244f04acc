using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Reminders;

/// <summary>Reminds those who leave a task unanswered, and plans the next reminder.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="reminders">What is done.</param>
/// <param name="time">The portal's clock.</param>
public sealed class RemindTaskJob(CaseTransaction cases, TaskReminders reminders, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and mail, audit and the next reminder are written with the operation.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "reviews.remind-task";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var operation = Operation.Begin(job.Id, "TaskReminding", userId: null, role: null, time);
        var result = await cases.RunAsync(job.CaseId!.Value, operation, async (work, token) =>
        {
            await reminders.RemindAsync(work, TaskReminder.FromJson(job.Payload), token);
            return Result.Success;
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The reminder {job.Id} was refused: {result.Refusal.Key}.");
    }
}

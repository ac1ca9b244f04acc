using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>Reminds about a bad rating that waits, and closes one whose rater stays silent.</summary>
/// <param name="cases">Opens the rating.</param>
/// <param name="reminders">What is done.</param>
/// <param name="time">The portal's clock.</param>
public sealed class RemindRatingJob(CaseTransaction cases, RatingReminders reminders, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and mail, audit and the next reminder are written with the operation.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "ratings.remind";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        using var payload = JsonDocument.Parse(job.Payload);
        var stage = Enum.Parse<RatingStatus>(payload.RootElement.GetProperty("stage").GetString()!);
        var operation = Operation.Begin(job.Id, "RatingReminding", userId: null, role: null, time);
        var result = await cases.RunAsync(job.CaseId!.Value, operation, async (work, token) =>
        {
            await reminders.RemindAsync(work, stage, token);
            return Result.Success;
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The reminder {job.Id} was refused: {result.Refusal.Key}.");
    }
}

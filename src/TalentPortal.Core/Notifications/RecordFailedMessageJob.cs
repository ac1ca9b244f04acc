using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Notifications;

/// <summary>Writes into a case's timeline that a message about it could not be delivered.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="time">The portal's clock.</param>
public sealed class RecordFailedMessageJob(CaseTransaction cases, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the message's id is the operation's id, and the second arrival of an operation gets the first answer.

    /// <summary>The operation's name in the audit.</summary>
    public const string OperationType = "MessageFailureRecording";

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "notifications.record-failed-message";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var messageId = JsonDocument.Parse(job.Payload).RootElement.GetProperty("messageId").GetGuid();
        var operation = Operation.Begin(messageId, OperationType, userId: null, role: null, time);
        var result = await cases.RunAsync(
            job.CaseId!.Value,
            operation,
            (work, _) =>
            {
                work.Record("MessageFailed", ("messageId", messageId));
                return Task.FromResult(Kernel.Result.Success);
            },
            ct);
        if (!result.Succeeded)
            throw new InvalidOperationException($"The failed message {messageId} could not be recorded: {result.Refusal.Key}.");
    }
}

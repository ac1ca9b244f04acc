using Microsoft.Extensions.Logging;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>Makes the card that a granted application ordered.</summary>
/// <param name="issuing">Who makes it.</param>
/// <param name="time">The portal's clock.</param>
/// <param name="logger">Told where the person got a card by another way meanwhile.</param>
public sealed class IssueCardJob(CardIssuing issuing, TimeProvider time, ILogger<IssueCardJob> logger) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's and the card's; a second issue gets the first answer.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "cards.issue";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var operation = Operation.Begin(job.Id, "CardIssuing", userId: null, role: null, time);
        var issued = await issuing.IssueAsync(job.Id, job.CaseId!.Value, CardOrder.FromJson(job.Payload), operation, ct);
        if (issued.Refusal is CardHeldAlready) logger.LogWarning("The order {JobId} made no card: its person holds one already", job.Id);
        else if (!issued.Succeeded) throw new InvalidOperationException($"The card of order {job.Id} was refused: {issued.Refusal.Key}.");
    }
}

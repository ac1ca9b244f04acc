using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.TalentCards.Handling;

/// <summary>Looks at a card near and after its end.</summary>
/// <param name="looks">Who looks.</param>
/// <param name="time">The portal's clock.</param>
public sealed class LookAtCardJob(CardLooks looks, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and message, expiry and the next look are written with the operation.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "cards.look";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var looked = await looks.LookAsync(job.CaseId!.Value, Operation.Begin(job.Id, "CardLooking", userId: null, role: null, time), ct);
        if (!looked.Succeeded) throw new InvalidOperationException($"The look {job.Id} was refused: {looked.Refusal.Key}.");
    }
}

using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>Offers a card once a person is recognised.</summary>
/// <param name="offers">Who offers.</param>
/// <param name="time">The portal's clock.</param>
public sealed class OfferCardJob(CardOffers offers, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and the message is written with the operation.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "cards.offer";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var offered = await offers.OfferAsync(
            job.CaseId!.Value, Operation.Begin(job.Id, "CardOffering", userId: null, role: null, time), ct);
        if (!offered.Succeeded) throw new InvalidOperationException($"The offer {job.Id} was refused: {offered.Refusal.Key}.");
    }
}

using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Recognitions.Life.FollowUps;

namespace TalentPortal.Core.TalentCards.Following;

/// <summary>A recognition changed: the card follows it.</summary>
/// <param name="following">Who does it.</param>
/// <param name="cards">Finds the card where none was named.</param>
/// <param name="time">The portal's clock.</param>
public sealed class FollowRecognitionJob(CardFollowing following, CardFollowUp cards, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and what is done follows from the grounds as they are.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "cards.follow-recognition";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var order = FollowUpOrder.FromJson(job.Payload);
        if ((order.Case ?? await cards.CardOfAsync(order.Recognition, ct)) is not { } card) return;
        var done = await following.FollowAsync(
            card, order.ByCase, Operation.Begin(job.Id, "CardFollowing", userId: null, role: null, time), ct);
        if (!done.Succeeded)
            throw new InvalidOperationException($"The card {card} did not follow recognition {order.Recognition}: {done.Refusal.Key}.");
    }
}

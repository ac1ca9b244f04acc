using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Ratings;

/// <summary>Asks for a rating once a case is closed.</summary>
/// <param name="asking">Who asks.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AskForRatingJob(RatingAsking asking, TimeProvider time) : IJobHandler
{
    // Twice is harmless: a case has at most one rating, which a unique index holds; the second time finds it and asks nobody.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => CaseClosing.FollowUpKind;

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var asked = await asking.AskAsync(job.CaseId!.Value, Operation.Begin(job.Id, "RatingAsking", userId: null, role: null, time), ct);
        if (!asked.Succeeded) throw new InvalidOperationException($"Asking for a rating by {job.Id} was refused: {asked.Refusal.Key}.");
    }
}

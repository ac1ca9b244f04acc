using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>
/// What hangs on a recognition (a card, a lease, a school place) and follows it in cases of its own. Each time a recognition is suspended,
/// resumed, lapsed, revoked or superseded, a job of <see cref="JobKind"/> is planned in the same transaction, with the payload
/// <c>{ "recognition": id, "becomes": status, "on": day }</c>. Rooms that import this one register themselves; it knows none of them.
/// </summary>
public interface IRecognitionFollowUp
{
    /// <summary>The kind of the job to be planned; its handler says why twice is harmless.</summary>
    string JobKind { get; }

    /// <summary>What would follow, for whoever is about to sign; nothing where nothing hangs on it.</summary>
    /// <param name="recognitionId">The recognition.</param>
    /// <param name="becomes">What it would become.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<FollowUpLine>> PreviewAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct);
}

/// <summary>One thing that would follow.</summary>
/// <param name="Subject">What it concerns, for example the card and its number.</param>
/// <param name="Consequence">What happens to it.</param>
public sealed record FollowUpLine(LocalizedText Subject, LocalizedText Consequence);

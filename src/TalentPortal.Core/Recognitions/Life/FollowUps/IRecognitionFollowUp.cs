namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>
/// What hangs on a recognition (a card, an allowance, a lease) and follows it in cases of its own. Each time a recognition is suspended,
/// resumed, lapsed, revoked or superseded, the preview is asked once more and jobs of <see cref="JobKind"/> are planned in the same
/// transaction: one for each case that the lines name, one without a case where they name none. Their payload is a
/// <see cref="FollowUpOrder"/>. Rooms that import this one register themselves; it knows none of them.
/// </summary>
public interface IRecognitionFollowUp
{
    /// <summary>
    /// The kind of the jobs to be planned; its handler says why twice is harmless, and looks at what the recognition is by then.
    /// </summary>
    string JobKind { get; }

    /// <summary>What would follow, for whoever is about to sign; nothing where nothing hangs on it.</summary>
    /// <param name="recognitionId">The recognition.</param>
    /// <param name="becomes">What it would become.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<FollowUpLine>> PreviewAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct);
}

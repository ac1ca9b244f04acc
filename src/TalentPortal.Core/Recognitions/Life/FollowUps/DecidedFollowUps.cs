namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>
/// What a decision that takes a recognition away brings about: as it was planned; and for the moment until then, as it is foreseen.
/// </summary>
public sealed class DecidedFollowUps(FollowUpSteps steps, FollowUpPreview preview)
{
    /// <summary>Its lines, for the letter.</summary>
    /// <param name="caseId">The case that decided.</param>
    /// <param name="recognition">The recognition.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<FollowUpLine>> LinesAsync(Guid caseId, RecognitionLifeView recognition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        var planned = await steps.OfDecisionAsync(caseId, ct);
        if (planned.Count > 0 || RecognitionStatuses.Final.Contains(recognition.Status))
            return [.. planned.Select(step => new FollowUpLine(step.Subject, step.Consequence))];
        return await preview.LinesAsync(recognition.Id, RecognitionStatus.Revoked, ct);
    }
}

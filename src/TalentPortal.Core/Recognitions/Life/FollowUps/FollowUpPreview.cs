namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>What would follow a change of a recognition, asked from everything that hangs on it.</summary>
public sealed class FollowUpPreview(IEnumerable<IRecognitionFollowUp> followUps)
{
    /// <summary>All lines, in the order in which the rooms were registered; empty when nothing follows.</summary>
    public async Task<IReadOnlyList<FollowUpLine>> LinesAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct)
    {
        var lines = new List<FollowUpLine>();
        foreach (var followUp in followUps) lines.AddRange(await followUp.PreviewAsync(recognitionId, becomes, ct));
        return lines;
    }
}

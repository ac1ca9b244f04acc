using TalentPortal.Core.Cases;
using TalentPortal.Core.Recognitions.Life.Checks;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// The first day of a recognition: it takes the place of what the person held in the category, as an upgrade or a renewal, and its first
/// yearly check is planned. The earlier one ends in its own case, by a job; a higher one that still counts stays beside it.
/// </summary>
public sealed class RecognitionSuccession(AnnualCheckPlan checks, RecognitionLevels levels)
{
    /// <summary>Writes the first line of its life.</summary>
    internal async Task BeginAsync(CaseWork work, Recognition issued, CancellationToken ct)
    {
        var held = await HeldRecognition.InCategoryAsync(work, issued.PersonId, issued.Category, ct);
        var earlier = held.Where(one => one.Id != issued.Id && !levels.IsAbove(one, issued.Level, issued.IssuedOn)).ToList();
        foreach (var one in earlier)
            new RecognitionChange(one.Id, RecognitionEventKind.Superseded, work.CaseId, work.Operation.UserId, issued.IssuedOn).Plan(work);
        var kind = earlier is [.., var last]
            ? levels.RankOf(issued.Level) > levels.RankOf(last.Level) ? RecognitionEventKind.Upgraded : RecognitionEventKind.Renewed
            : RecognitionEventKind.Issued;
        RecognitionLife.Write(work, issued, new RecognitionChange(issued.Id, kind, work.CaseId, work.Operation.UserId, issued.IssuedOn));
        checks.PlanYear(work, issued, AnnualCheckPlan.FirstYear(issued));
    }
}

using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// No level is proposed or approved that lies below what the person holds: the case is refused, or waits until that has ended.
/// </summary>
public sealed class LevelBar(ServiceItems items, RecognitionLevels levels, PortalTimeZone zone)
{
    /// <summary>The step of the recognition at which levels are proposed and approved.</summary>
    private const string Step = "approval";

    /// <summary>Why an answer cannot stand; null when it can. What turns a case down or sends it back always can.</summary>
    public async ValueTask<Refusal?> CheckAsync(
        CaseWork work, ReviewTask task, ReviewSettings settings, string outcome, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        if (task.StepCode != Step || outcome == settings.SupplementOutcome
            || settings.ReasonRequired.Contains(outcome, StringComparer.Ordinal))
            return null;
        if (work.Rows<Application>().Single() is not { SubjectPersonId: { } person } application) return null;
        if (work.Rows<CompiledScore>().OrderBy(row => row.CompiledAt).ThenBy(row => row.Id).LastOrDefault()?.Level is not { } level)
            return null;
        var item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item;
        if (item.Key != RecognitionStanding.RecognitionKey || Category(item, application) is not { } category) return null;
        var today = zone.DateOf(work.Now);
        var higher = (await HeldRecognition.InCategoryAsync(work, person, category, ct))
            .LastOrDefault(held => levels.IsAbove(held, level, today));
        return higher is null ? null : new LevelBelowHeld(levels.NameOf(level), levels.NameOf(higher.Level), higher.ValidTo);
    }

    private static string? Category(ServiceItem item, Application application) =>
        (FormAnswers.FromStorage(item.Form.Fields, application.Answers).Find("category") as AnswerValue.Text)?.Value;
}

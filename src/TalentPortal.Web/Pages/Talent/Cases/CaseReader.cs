using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Data;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>Reads a case for its author, and says what comes next and by when.</summary>
public sealed class CaseReader(
    PortalDbContext db, ObjectionQueries objections, UrgeQuery urge, RuleContexts rules, WorkingCalendar calendar, PortalWords words)
{
    /// <summary>Reads the case's rows.</summary>
    public async Task<CaseFacts> ReadAsync(OwnApplication own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        var id = own.Row.CaseId;
        var promise = await db.Deadlines.AsNoTracking().Where(clock => clock.CaseId == id && clock.Kind == DeadlineKind.Promise)
            .OrderByDescending(clock => clock.StartedOn).FirstOrDefaultAsync(ct);
        var steps = await db.ReviewSteps.AsNoTracking().Where(step => step.CaseId == id).OrderBy(step => step.OpenedAt).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.DecidedAt).ToListAsync(ct);
        var open = await db.Supplements.AsNoTracking().Where(row => row.CaseId == id && row.Status == SupplementStatus.Open)
            .FirstOrDefaultAsync(ct);
        var events = await db.OperationEvents.AsNoTracking().Where(row => row.StreamId == id).OrderBy(row => row.Seq).ToListAsync(ct);
        return new CaseFacts(own, promise, steps, decisions, open, events)
        {
            Notices = await objections.OfCaseAsync(id, ct),
            Urge = own.Row.IsFinal ? null : await urge.ReadAsync(id, ct),
            Score = own.Row.IsFinal ? await ScoreAsync(id, ct) : null,
        };
    }

    private async Task<RecognitionScore?> ScoreAsync(Guid caseId, CancellationToken ct)
    {
        var trace = await db.CompiledScores.AsNoTracking().Where(row => row.CaseId == caseId)
            .OrderByDescending(row => row.CompiledAt).ThenByDescending(row => row.Id).Select(row => row.Trace).FirstOrDefaultAsync(ct);
        return trace is null ? null : RecognitionScore.FromJson(trace);
    }

    /// <summary>The step of the guide that the case is in; null when it is in none.</summary>
    public static GuideStep? StepOf(OwnApplication own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return own.Item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, own.Row.Stage, StringComparison.Ordinal));
    }

    /// <summary>Who acts now, in a sentence.</summary>
    public string NextStep(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (StepOf(facts.Own) is not { } step) return words.Texts["Applications.Case.Nothing"];
        return step.WorkingDays is { } days
            ? words.Texts["Applications.Receipt.NextStepDays", step.Actor.ToString(), step.Name.ToString(), rules.Days(days)]
            : words.Texts["Applications.Receipt.NextStep", step.Actor.ToString(), step.Name.ToString()];
    }

    /// <summary>By when the decision comes, in a sentence.</summary>
    public string DueWords(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Promise is { EndedOn: null } clock) return words.Texts["Applications.Receipt.Promise", clock.DueOn];
        var days = PromisedDays(facts.Own);
        return words.Texts["Applications.Receipt.DueOn", days, calendar.AddWorkingDays(words.Display.Today, days).On];
    }

    /// <summary>The working days that the item promises today.</summary>
    public int PromisedDays(OwnApplication own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return rules.Days(own.Item.Guide.Promised.WorkingDays);
    }
}

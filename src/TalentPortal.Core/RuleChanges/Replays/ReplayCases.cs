using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Reads what rules look at of the cases of a period, a page at a time. Writes nothing.</summary>
internal sealed class ReplayCases(PortalDbContext db, ServiceItems items, SecretBox secrets, PortalTimeZone zone)
{
    private const int PageSize = 200;

    /// <summary>How many cases were handed in.</summary>
    public Task<int> CountAsync(string item, DateOnly from, DateOnly to, CancellationToken ct) => Submitted(item, from, to).CountAsync(ct);

    /// <summary>The cases after another one, in the order of their keys; none at the end.</summary>
    public async Task<IReadOnlyList<ReplayCase>> PageAsync(string item, DateOnly from, DateOnly to, Guid after, CancellationToken ct)
    {
        var applications = await Submitted(item, from, to).Where(one => one.CaseId > after)
            .OrderBy(one => one.CaseId).Take(PageSize).ToListAsync(ct);
        var ids = applications.ConvertAll(one => one.CaseId);
        var kept = (await db.Set<ApplicationSecret>().AsNoTracking().Where(one => ids.Contains(one.CaseId)).ToListAsync(ct))
            .ToLookup(one => one.CaseId);
        var files = (await db.Set<CaseMaterial>().AsNoTracking().Where(one => ids.Contains(one.CaseId))
            .GroupBy(one => new { one.CaseId, one.Code }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct))
            .ToLookup(one => one.Key.CaseId);
        var steps = (await db.ReviewSteps.AsNoTracking().Where(one => ids.Contains(one.CaseId)).ToListAsync(ct))
            .ToLookup(one => one.CaseId);
        var decisions = (await db.Decisions.AsNoTracking().Where(one => ids.Contains(one.CaseId)).ToListAsync(ct))
            .ToLookup(one => one.CaseId);
        var scores = (await db.CompiledScores.AsNoTracking().Where(one => ids.Contains(one.CaseId))
            .Select(one => new { one.CaseId, one.CompiledAt }).ToListAsync(ct)).ToLookup(one => one.CaseId, one => one.CompiledAt);
        var cases = new List<ReplayCase>();
        foreach (var one in applications)
        {
            var pinned = (await items.VersionAsync(one.ServiceItemVersionId, ct)).Item;
            var submitted = zone.DateOf(one.SubmittedAt!.Value);
            DateTimeOffset? scored = scores[one.CaseId].Any() ? scores[one.CaseId].Max() : null;
            cases.Add(WithPanel(new ReplayCase
            {
                CaseId = one.CaseId,
                TownId = one.TownOrganisationId,
                SubmittedOn = submitted,
                ScoredOn = scored is { } at ? zone.DateOf(at) : submitted,
                Answers = secrets.Open(pinned, one.Answers, kept[one.CaseId]),
                Review = ReviewEntries.Of(pinned, steps[one.CaseId], decisions[one.CaseId]),
                Files = files[one.CaseId].ToDictionary(file => file.Key.Code, file => file.Count, StringComparer.Ordinal),
            }, pinned, scored, [.. steps[one.CaseId]], [.. decisions[one.CaseId]]));
        }

        return cases;
    }

    /// <summary>The panel whose scores were compiled last, and what was corrected of them.</summary>
    private static ReplayCase WithPanel(
        ReplayCase one, ServiceItem pinned, DateTimeOffset? scored, IReadOnlyList<ReviewStep> steps, IReadOnlyList<Decision> decisions)
    {
        if (scored is not { } at || pinned.Score is null) return one;
        var judged = decisions.Where(decision => decision.Scores is not null).Select(decision => decision.StepId).ToHashSet();
        var panel = steps.Where(step => step.Status is ReviewStepStatus.Closed && step.ClosedAt <= at && judged.Contains(step.Id)
            && step.Role == nameof(Accounts.PortalRole.Expert)).OrderBy(step => step.ClosedAt).ThenBy(step => step.Id).LastOrDefault();
        if (panel is null) return one;
        var correction = pinned.ReviewForms.FirstOrDefault(form => form.Fields.Any(field => field.Code == ScoreCorrection.ItemField));
        return one with
        {
            Given = DecidingScore.Given(pinned, decisions.Where(decision => decision.StepId == panel.Id)),
            Corrections = ScoreCorrections.Since(steps, decisions, pinned, panel, correction?.Code),
        };
    }

    private IQueryable<Application> Submitted(string item, DateOnly from, DateOnly to)
    {
        var (begin, end) = (zone.StartOf(from), zone.StartOf(to.AddDays(1)));
        return db.Applications.AsNoTracking()
            .Where(one => one.ServiceItemCode == item && one.SubmittedAt != null && one.SubmittedAt >= begin && one.SubmittedAt < end);
    }
}

using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>What the score table gives for the applicant's own answers and files, and for what reviewers entered so far.</summary>
public sealed class SelfScoreQuery(PortalDbContext db, ServiceItems items, SecretBox secrets, RuleContexts rules)
{
    /// <summary>The score with its trace; null where the item has no table.</summary>
    public async Task<ScoreTrace?> ReadAsync(Guid caseId, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(row => row.CaseId == caseId, ct);
        var item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item;
        if (item.Score is null) return null;
        var kept = await db.Set<ApplicationSecret>().AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(ct);
        var files = await db.Set<CaseMaterial>().AsNoTracking().Where(row => row.CaseId == caseId)
            .GroupBy(row => row.Code).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
        var context = rules.For(item);
        var steps = await db.ReviewSteps.AsNoTracking().Where(row => row.CaseId == caseId)
            .OrderBy(row => row.OpenedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(row => row.CaseId == caseId)
            .OrderBy(row => row.DecidedAt).ThenBy(row => row.Id).ToListAsync(ct);
        return ScoreCalculator.Calculate(context, RuleInputs.Of(
            context, secrets.Open(item, application.Answers, kept), ReviewEntries.Of(item, steps, decisions), files));
    }
}

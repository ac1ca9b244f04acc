using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Whether an applicant can urge, and whom.</summary>
/// <param name="Asked">The units that have to act now.</param>
/// <param name="LastAt">When the applicant urged last, UTC; null when never.</param>
/// <param name="IsDone">Whether that was today already.</param>
public sealed record UrgeView(IReadOnlyList<LocalizedText> Asked, DateTimeOffset? LastAt, bool IsDone);

/// <summary>Reads for an applicant whether it can be urged.</summary>
public sealed class UrgeQuery(PortalDbContext db, Urging urging, TimeProvider time)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null where no office has to act now.</returns>
    public async Task<UrgeView?> ReadAsync(Guid caseId, CancellationToken ct)
    {
        var units = await (from task in db.ReviewTasks.AsNoTracking()
                           join unit in db.Organisations.AsNoTracking() on task.OrganisationId equals unit.Id
                           join owner in db.Cases.AsNoTracking() on task.CaseId equals owner.Id
                           where task.CaseId == caseId && !owner.Hold
                               && (task.Status == ReviewTaskStatus.Open || task.Status == ReviewTaskStatus.Claimed)
                           select new { unit.Code, unit.NameZh, unit.NameEn }).Distinct().OrderBy(unit => unit.Code).ToListAsync(ct);
        if (units.Count == 0) return null;
        var last = await db.Set<CaseAction>().AsNoTracking()
            .Where(row => row.CaseId == caseId && row.Kind == CaseActionKind.UrgedByApplicant)
            .OrderByDescending(row => row.ActedOn).Select(row => new { row.ActedAt, row.ActedOn }).FirstOrDefaultAsync(ct);
        return new UrgeView([.. units.Select(unit => new LocalizedText(unit.NameZh, unit.NameEn))], last?.ActedAt,
            last?.ActedOn == urging.CountedOn(time.GetUtcNow()));
    }
}

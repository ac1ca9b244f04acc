using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Indicators.Applications;

/// <summary>
/// Counts the numbered applications that were handed in, whichever unit has them; the list behind each number is that of the district's
/// cases.
/// </summary>
public sealed class ApplicationFigures(PortalDbContext db)
{
    /// <summary>Counts.</summary>
    public async Task<IReadOnlyList<ApplicationCell>> CountAsync(CancellationToken ct) => await db.Applications.AsNoTracking()
        .Where(row => row.SubmittedAt != null && db.Cases.Any(one => one.Id == row.CaseId && one.Number != null))
        .GroupBy(row => new { row.Status, row.ServiceItemCode, row.TownOrganisationId })
        .Select(group => new ApplicationCell(group.Key.Status, group.Key.ServiceItemCode, group.Key.TownOrganisationId, group.Count()))
        .ToListAsync(ct);
}

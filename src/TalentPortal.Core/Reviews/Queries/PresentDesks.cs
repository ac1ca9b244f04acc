using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>Who has an open step.</summary>
/// <param name="ActivityId">The activity of the definition.</param>
/// <param name="InstanceId">The workflow instance that waits.</param>
/// <param name="Step">The step's code.</param>
/// <param name="Role">The role that acts.</param>
/// <param name="Units">The units with an open task.</param>
/// <param name="DueOn">By when; null where nothing is promised.</param>
public sealed record PresentDesk(
    string ActivityId, string InstanceId, string Step, string Role, IReadOnlyList<LocalizedText> Units, DateOnly? DueOn);

/// <summary>Reads where a case lies now. No officer is named.</summary>
public sealed class PresentDesks(PortalDbContext db)
{
    /// <summary>The case's open steps, the oldest first.</summary>
    public async Task<IReadOnlyList<PresentDesk>> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        var rows = await (from step in db.ReviewSteps.AsNoTracking()
                          join task in db.ReviewTasks.AsNoTracking() on step.Id equals task.StepId
                          join unit in db.Organisations.AsNoTracking() on task.OrganisationId equals unit.Id
                          where step.CaseId == caseId && step.Status == ReviewStepStatus.Open
                              && task.Status != ReviewTaskStatus.Closed && task.Status != ReviewTaskStatus.Cancelled
                          orderby step.OpenedAt, step.Id, task.Position
                          select new { step, unit.NameZh, unit.NameEn }).ToListAsync(ct);
        return [.. rows.GroupBy(row => row.step.Id)
            .Select(group => (group.First().step, Units: group.Select(row => new LocalizedText(row.NameZh, row.NameEn))))
            .Select(one => new PresentDesk(
                one.step.ActivityId, one.step.InstanceId, one.step.Code, one.step.Role, [.. one.Units.Distinct()], one.step.DueOn))];
    }
}

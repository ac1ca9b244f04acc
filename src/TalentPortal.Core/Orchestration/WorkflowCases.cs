using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Orchestration;

/// <summary>Opens cases for workflows that nobody applied for: each is ordered by a job, and the workflow starts in it.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="serials">Gives it its number.</param>
/// <param name="district">The district.</param>
/// <param name="zone">Says which day it is.</param>
/// <param name="time">The portal's clock.</param>
public sealed class WorkflowCases(
    CaseTransaction cases, CaseNumbers serials, PortalDistrict district, PortalTimeZone zone, TimeProvider time)
{
    /// <summary>A number for a case about an item.</summary>
    /// <param name="itemCode">The item's code in numbers.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string> NumberAsync(string itemCode, CancellationToken ct) =>
        CaseNumber.Create(district.Code, itemCode, zone.Today, await serials.NextAsync(ct)).Value;

    /// <summary>
    /// Opens the case of a job and starts the workflow in it. The job's id is the operation's and the case's: a second start gets the first
    /// answer.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="type">The operation's type: a gerund.</param>
    /// <param name="number">The case's number; null for none.</param>
    /// <param name="districtId">The case's district; null for the portal's.</param>
    /// <param name="start">Records what is started, and starts it.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task OpenAsync(
        Job job, string type, string? number, short? districtId, Func<CaseWork, CancellationToken, Task> start, CancellationToken ct)
    {
        var operation = Operation.Begin(job.Id, type, userId: null, role: null, time);
        var opened = new Case { Id = job.Id, Number = number, Kind = CaseKind.Workflow, DistrictId = districtId ?? district.Id, CreatedAt = operation.At };
        var result = await cases.CreateAsync(opened, operation, async (work, token) =>
        {
            work.RefuseOn("cases_pkey", new OperationIdReused());
            await start(work, token);
            return Result.Of(true);
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The case of job {job.Id} was refused: {result.Refusal.Key}.");
    }
}

using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>A workflow instance in the list.</summary>
/// <param name="Id">The instance.</param>
/// <param name="DefinitionId">Its definition.</param>
/// <param name="Version">Its version.</param>
/// <param name="Status">What it does.</param>
/// <param name="Number">Number of its case; null before it has one.</param>
/// <param name="CreatedAt">Since when, UTC.</param>
/// <param name="UpdatedAt">When it last moved, UTC.</param>
internal sealed record InstanceRow(
    string Id, string DefinitionId, int Version, string Status, string? Number, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>Which instances are listed.</summary>
/// <param name="DefinitionId">Of which definition; null for all.</param>
/// <param name="Version">Of which version; null for all.</param>
/// <param name="Status">With which status; null for all.</param>
/// <param name="Before">Those that moved before this; null from the latest on.</param>
/// <param name="BeforeId">Among those that moved then, those after this id.</param>
internal sealed record InstanceFilter(
    string? DefinitionId, int? Version, WorkflowSubStatus? Status, DateTimeOffset? Before, string? BeforeId);

/// <summary>Lists instances, those that moved last first.</summary>
internal sealed class InstanceList(PortalDbContext db)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>As many rows as are asked for.</summary>
    public Task<List<InstanceRow>> ReadAsync(InstanceFilter filter, int most, CancellationToken ct)
    {
        var rows = db.WorkflowInstances.AsNoTracking();
        if (filter.DefinitionId is { } definition) rows = rows.Where(row => row.DefinitionId == definition);
        if (filter.Version is { } version) rows = rows.Where(row => row.DefinitionVersion == version);
        if (filter.Status?.ToString() is { } status) rows = rows.Where(row => row.SubStatus == status);
        if (filter is { Before: { } before, BeforeId: { } id })
            rows = rows.Where(row => row.UpdatedAt < before || (row.UpdatedAt == before && row.Id.CompareTo(id) > 0));
        return (from row in rows
                join one in db.Cases.AsNoTracking() on row.CaseId equals one.Id
                orderby row.UpdatedAt descending, row.Id
                select new InstanceRow(row.Id, row.DefinitionId, row.DefinitionVersion, row.SubStatus, one.Number,
                    row.CreatedAt, row.UpdatedAt))
            .Take(most).ToListAsync(ct);
    }
}

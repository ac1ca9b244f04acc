using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Orchestration;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>Workflow instances by definition, version and status. No case content is shown.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class IndexModel(InstanceList list, WorkflowDefinitions definitions, ProcessNames names) : PageModel
{
    /// <summary>Of which definition.</summary>
    [FromQuery(Name = "definition")]
    public string? DefinitionId { get; set; }

    /// <summary>Of which version.</summary>
    [FromQuery(Name = "version")]
    public int? Version { get; set; }

    /// <summary>With which status.</summary>
    [FromQuery(Name = "status")]
    public WorkflowSubStatus? Status { get; set; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>Whether anything is filtered.</summary>
    public bool IsFiltered => DefinitionId is not null || Version is not null || Status is not null;

    /// <summary>The page's rows.</summary>
    public IReadOnlyList<InstanceRow> Rows { get; private set; } = [];

    /// <summary>To the next page.</summary>
    public PagerView Pager { get; private set; } = new(null, null);

    /// <summary>The newest version of every definition.</summary>
    public IReadOnlyList<WorkflowDefinition> Definitions { get; private set; } = [];

    /// <summary>Every version number there is.</summary>
    public IReadOnlyList<int> Versions { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = definitions.Runner.Catalog.Definitions;
        Definitions = [.. all.GroupBy(one => one.DefinitionId, StringComparer.Ordinal).Select(group => group.MaxBy(one => one.Version)!)
            .OrderBy(one => one.DefinitionId, StringComparer.Ordinal)];
        Versions = [.. all.Where(one => DefinitionId is not { Length: > 0 } || one.DefinitionId == DefinitionId).Select(one => one.Version).Distinct().Order()];
        var (before, id) = Place();
        var wanted = DefinitionId is { Length: > 0 } ? DefinitionId : null;
        var rows = await list.ReadAsync(new InstanceFilter(wanted, Version, Status, before, id), ct);
        Rows = [.. rows.Take(InstanceList.PageSize)];
        if (rows.Count <= InstanceList.PageSize) return;
        var last = Rows[^1];
        var after = string.Create(CultureInfo.InvariantCulture, $"{last.UpdatedAt.UtcTicks}_{last.Id}");
        Pager = new PagerView(null, Url.Page("Index", new { definition = wanted, version = Version, status = Status, after }));
    }

    /// <summary>A definition's name.</summary>
    public string NameOf(string definitionId) => Definitions.FirstOrDefault(one => one.DefinitionId == definitionId) is { } known ? names.Of(known) : definitionId;

    private (DateTimeOffset? Before, string? Id) Place()
    {
        var parts = After?.Split('_', 2) ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && !parts[1].Contains('\0', StringComparison.Ordinal)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), parts[1]) : (null, null);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>Workflow instances by definition, version and status. No case content is shown.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class IndexModel(InstanceList list, WorkflowDefinitions definitions, ProcessNames names, ListDesk desk)
    : FilteredListModel<InstanceRow>(desk)
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

    /// <inheritdoc />
    protected override ListDeclaration<InstanceRow> List => InstanceColumns.Of(NameOf);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter =>
        [("definition", Wanted), ("version", Version), ("status", Status)];

    private string? Wanted => DefinitionId is { Length: > 0 } ? DefinitionId : null;

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        ReadDefinitions();
        var (before, id) = Place();
        var rows = await list.ReadAsync(new InstanceFilter(Wanted, Version, Status, before, id), InstanceList.PageSize + 1, ct);
        Rows = [.. rows.Take(InstanceList.PageSize)];
        if (rows.Count <= InstanceList.PageSize) return;
        var last = Rows[^1];
        var after = string.Create(CultureInfo.InvariantCulture, $"{last.UpdatedAt.UtcTicks}_{last.Id}");
        Pager = new PagerView(null, Url.Page("Index", new { definition = Wanted, version = Version, status = Status, after }));
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<InstanceRow>>> RowsAsync(int most, CancellationToken ct)
    {
        ReadDefinitions();
        return Result.Of<IReadOnlyList<InstanceRow>>(
            await list.ReadAsync(new InstanceFilter(Wanted, Version, Status, Before: null, BeforeId: null), most + 1, ct));
    }

    private void ReadDefinitions()
    {
        var all = definitions.Runner.Catalog.Definitions;
        Definitions = [.. all.GroupBy(one => one.DefinitionId, StringComparer.Ordinal).Select(group => group.MaxBy(one => one.Version)!)
            .OrderBy(one => one.DefinitionId, StringComparer.Ordinal)];
        Versions = [.. all.Where(one => Wanted is null || one.DefinitionId == Wanted).Select(one => one.Version).Distinct().Order()];
    }

    /// <summary>A definition's name.</summary>
    public string NameOf(string definitionId) =>
        Definitions.FirstOrDefault(one => one.DefinitionId == definitionId) is { } known ? names.Of(known) : definitionId;

    private (DateTimeOffset? Before, string? Id) Place()
    {
        var parts = After?.Split('_', 2) ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && !parts[1].Contains('\0', StringComparison.Ordinal)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), parts[1]) : (null, null);
    }
}

using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Overdue;

/// <summary>Cases past their last day: by unit, how long, with whom, and what was done about it.</summary>
internal sealed class IndexModel(OverdueQuery overdue, ListDesk desk) : FilteredListModel<OverdueRow>(desk)
{
    /// <summary>Only this unit's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    /// <summary>Everything that the reader may see.</summary>
    public IReadOnlyList<OverdueRow> All { get; private set; } = [];

    /// <summary>What is shown.</summary>
    public IReadOnlyList<OverdueRow> Rows { get; private set; } = [];

    /// <summary>Whether the reader may open every case of the district.</summary>
    public bool ReadsDistrict => User.Actor().Can(Permission.ReadDistrict);

    /// <summary>Units with how many of their tasks are overdue, most first.</summary>
    public IEnumerable<(Guid Id, string Name, int Count)> Units => All.Where(row => row.UnitId is not null)
        .GroupBy(row => row.UnitId!.Value).Select(unit => (unit.Key, unit.First().Unit!.ToString(), unit.Count()))
        .OrderByDescending(unit => unit.Item3).ThenBy(unit => unit.Item2, StringComparer.CurrentCulture);

    /// <inheritdoc />
    protected override ListDeclaration<OverdueRow> List => OverdueColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("unit", Unit)];

    /// <summary>Where a row leads; null where the reader may only know of it.</summary>
    public string? Href(OverdueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is { IsOwn: true, TaskId: { } task }) return $"~/officer/tasks/{task}";
        return ReadsDistrict ? $"~/officer/cases/{row.CaseId}" : null;
    }

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        All = await overdue.ReadAsync(User.Actor(), ct);
        Rows = Shown(All);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<OverdueRow>>> RowsAsync(int most, CancellationToken ct)
    {
        // A unit's rows are among all: were those cut, the unit's might be too.
        var all = await overdue.ReadAsync(User.Actor(), most + 1, ct);
        return all.Count > most ? new TalentPortal.Core.Lists.ListTooLong(most) : Result.Of(Shown(all));
    }

    private IReadOnlyList<OverdueRow> Shown(IReadOnlyList<OverdueRow> all) =>
        List.Sorted(Unit is { } unit ? all.Where(row => row.UnitId == unit) : all, Head.Sort, Head.Words);
}

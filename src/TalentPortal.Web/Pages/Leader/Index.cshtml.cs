using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Indicators.Applications;
using TalentPortal.Core.Parties;

namespace TalentPortal.Web.Pages.Leader;

/// <summary>How many applications stand where; each figure opens the list behind it, which counts the same.</summary>
internal sealed class IndexModel(ApplicationFigures figures, ServiceItems items, OrganisationDirectory organisations) : PageModel
{
    private IReadOnlyList<ApplicationCell> cells = [];

    /// <summary>All of them.</summary>
    public int Total => Count(_ => true);

    /// <summary>Handed in and not closed.</summary>
    public int Open => Count(cell => cell.IsOpen);

    /// <summary>Counts by status, in the order of an application's life.</summary>
    public IReadOnlyList<(ApplicationStatus Status, int Count)> Statuses =>
        [.. Enum.GetValues<ApplicationStatus>().Select(status => (status, Count(cell => cell.Status == status)))
            .Where(line => line.Item2 > 0)];

    /// <summary>Counts by service item: all, and those still open.</summary>
    public IReadOnlyList<(string Code, string Name, int Count, int Open)> Items { get; private set; } = [];

    /// <summary>Counts by town: all, and those still open; without a town last.</summary>
    public IReadOnlyList<(Guid? Id, string? Name, int Count, int Open)> Towns { get; private set; } = [];

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        cells = await figures.CountAsync(ct);
        Items = [.. cells.GroupBy(cell => cell.Item, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                (group.Key, items.Find(group.Key)?.Item.Name.ToString() ?? group.Key, group.Sum(one => one.Count), OpenOf(group)))];
        var towns = new List<(Guid?, string?, int, int)>();
        foreach (var group in cells.GroupBy(cell => cell.Town).OrderBy(group => group.Key is null)
            .ThenByDescending(group => group.Sum(one => one.Count)).ThenBy(group => group.Key))
            towns.Add((group.Key, await NameAsync(group.Key, ct), group.Sum(one => one.Count), OpenOf(group)));
        Towns = towns;
    }

    private int Count(Func<ApplicationCell, bool> which) => cells.Where(which).Sum(cell => cell.Count);

    private static int OpenOf(IEnumerable<ApplicationCell> some) => some.Where(cell => cell.IsOpen).Sum(cell => cell.Count);

    private async ValueTask<string?> NameAsync(Guid? id, CancellationToken ct) =>
        id is { } known && await organisations.FindAsync(known, ct) is { } town
            ? new LocalizedText(town.NameZh, town.NameEn).ToString()
            : null;
}

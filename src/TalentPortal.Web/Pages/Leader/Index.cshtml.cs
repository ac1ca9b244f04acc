using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Parties;

namespace TalentPortal.Web.Pages.Leader;

/// <summary>How many applications stand where; each figure opens the list behind it, which counts the same.</summary>
internal sealed class IndexModel(PortalDbContext db, ServiceItems items, OrganisationDirectory organisations) : PageModel
{
    private List<Group> groups = [];

    /// <summary>All of them.</summary>
    public int Total => Count(_ => true);

    /// <summary>Handed in and not closed.</summary>
    public int Open => Count(group => ApplicationStatuses.Open.Contains(group.Status));

    /// <summary>Counts by status, in the order of an application's life.</summary>
    public IReadOnlyList<(ApplicationStatus Status, int Count)> Statuses =>
        [.. Enum.GetValues<ApplicationStatus>().Select(status => (status, Count(group => group.Status == status))).Where(line => line.Item2 > 0)];

    /// <summary>Counts by service item: all, and those still open.</summary>
    public IReadOnlyList<(string Code, string Name, int Count, int Open)> Items { get; private set; } = [];

    /// <summary>Counts by town: all, and those still open; without a town last.</summary>
    public IReadOnlyList<(Guid? Id, string? Name, int Count, int Open)> Towns { get; private set; } = [];

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        groups = await db.Applications.AsNoTracking()
            .Where(row => row.SubmittedAt != null && db.Cases.Any(one => one.Id == row.CaseId && one.Number != null))
            .GroupBy(row => new { row.Status, row.ServiceItemCode, row.TownOrganisationId })
            .Select(group => new Group(group.Key.Status, group.Key.ServiceItemCode, group.Key.TownOrganisationId, group.Count()))
            .ToListAsync(ct);
        Items = [.. groups.GroupBy(group => group.Item, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, items.Find(group.Key)?.Item.Name.ToString() ?? group.Key, group.Sum(one => one.Count), OpenOf(group)))];
        var towns = new List<(Guid?, string?, int, int)>();
        foreach (var group in groups.GroupBy(group => group.Town).OrderBy(group => group.Key is null))
            towns.Add((group.Key, await NameAsync(group.Key, ct), group.Sum(one => one.Count), OpenOf(group)));
        Towns = towns;
    }

    private int Count(Func<Group, bool> which) => groups.Where(which).Sum(group => group.Count);

    private static int OpenOf(IEnumerable<Group> some) => some.Where(group => ApplicationStatuses.Open.Contains(group.Status)).Sum(group => group.Count);

    private async ValueTask<string?> NameAsync(Guid? id, CancellationToken ct) =>
        id is { } known && await organisations.FindAsync(known, ct) is { } town ? new LocalizedText(town.NameZh, town.NameEn).ToString() : null;

    private sealed record Group(ApplicationStatus Status, string Item, Guid? Town, int Count);
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>What a venue gave in a month, by benefit and level.</summary>
internal sealed class StatementModel(VenueDirectory venues, BenefitCatalogues catalogues, VenueStatements statements, PortalTimeZone zone)
    : VenuePageModel(venues, catalogues)
{
    /// <summary>No card is older.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The month, as <c>2026-03</c>; this one where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>The month's first day.</summary>
    public DateOnly First { get; private set; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<StatementLine> Lines { get; private set; } = [];

    /// <summary>Whether there is an earlier month.</summary>
    public bool HasBefore => First > Earliest;

    /// <summary>Whether a later month is shown: not the future.</summary>
    public bool HasNext => First.AddMonths(1) <= zone.Today;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var isMonth = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked);
        First = isMonth && asked >= Earliest && asked <= zone.Today ? asked : new DateOnly(zone.Today.Year, zone.Today.Month, 1);
        Lines = await statements.ReadAsync(Place.Id, First, ct);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Recognitions;

/// <summary>
/// One's recognitions, and those that one applied for on behalf of others: what happened to each, and what can be done now.
/// </summary>
internal sealed class IndexModel(LifeQueries recognitions, ServiceItems items, CodeTables codes, PortalTimeZone zone) : PageModel
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<OwnLife> Lives { get; private set; } = [];

    /// <summary>The last day of the yearly check that is open now; null when none is.</summary>
    public DateOnly? CheckOpenUntil { get; private set; }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var lives = new List<OwnLife>();
        foreach (var row in await recognitions.OwnAsync(User.Actor(), ct))
            lives.Add(new OwnLife(row, await recognitions.EventsAsync(row.Id, ct), await recognitions.MattersAsync(row.Id, ct)));
        Lives = lives;
        CheckOpenUntil = items.Find(RecognitionStanding.CheckKey)?.Item.Window.ClosesOn(zone.Today);
    }

    /// <summary>Whether the reader is whom it recognises.</summary>
    public bool IsHolder(RecognitionLifeView row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return User.Actor().PersonId == row.PersonId;
    }

    /// <summary>The label of a code.</summary>
    public string Label(string table, string code) => codes[table].Label(code, CultureInfo.CurrentUICulture);
}

/// <summary>A recognition with what happened to it and the cases about it.</summary>
/// <param name="Row">The recognition.</param>
/// <param name="Lines">Oldest first.</param>
/// <param name="Matters">Oldest first.</param>
internal sealed record OwnLife(RecognitionLifeView Row, IReadOnlyList<LifeLine> Lines, IReadOnlyList<MatterRow> Matters)
{
    /// <summary>Whether the check of a year is still to be handed in.</summary>
    public bool IsCheckDue(int year) => year > Row.IssuedOn.Year
        && !Lines.Any(line => line.Kind is RecognitionEventKind.CheckPassed && line.Year == year)
        && !Matters.Any(matter => matter.Kind is RecognitionMatterKind.AnnualCheck && matter.Year == year && matter.IsOpen);
}

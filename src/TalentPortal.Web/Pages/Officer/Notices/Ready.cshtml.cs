using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices.Gathering;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notices;

/// <summary>
/// Cases that wait to be published: ticked, shown as they will be read, published in one notice, and what became of each.
/// </summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class ReadyModel(
    GatheredNotices notices, GatheringQueries queries, ServiceItems items, CodeTables codes, PortalTimeZone zone) : PageModel
{
    /// <summary>The ticked cases.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public IReadOnlyList<Guid> CaseIds { get; set; } = [];

    /// <summary>The notice whose rows are shown; none before it is published.</summary>
    [FromQuery(Name = "notice")]
    public Guid? NoticeId { get; set; }

    /// <summary>The publishing's id.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>The cases that wait.</summary>
    public IReadOnlyList<ReadyRow> Rows { get; private set; } = [];

    /// <summary>The notice as it will be; null where nothing fits is ticked.</summary>
    public GatheredPreview? Preview { get; private set; }

    /// <summary>What became of the ticked cases; null before it is published.</summary>
    public GatheringResult? Result { get; private set; }

    /// <summary>Shows the list, with the notice where cases are ticked.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (NoticeId is { } notice && (Result = await queries.ResultAsync(User.Actor(), notice, ct)) is null) return NotFound();
        OperationId = Ids.New();
        if (CaseIds.Count > 0) await PreviewAsync(ct);
        Rows = await queries.ReadyAsync(User.Actor(), caseIds: null, ct);
        return Page();
    }

    /// <summary>Publishes. Sent again, it answers the same.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var published = await notices.PublishAsync(User.Actor(), CaseIds, this.Begin(OperationId, "NoticesGathering"), ct);
        if (published.Succeeded) return RedirectToPage(new { notice = published.Value });
        this.AddRefusal(published.Refusal);
        Rows = await queries.ReadyAsync(User.Actor(), caseIds: null, ct);
        return Page();
    }

    /// <summary>What a case is about, as its notice will say: service item, kind, level.</summary>
    public string Words(ReadyRow row) => string.Join(" · ", new[]
    {
        items.Find(row.Facts.ServiceItem)?.Item.Name.ToString() ?? row.Facts.ServiceItem,
        Label("talent-categories", row.Facts.SubCategory ?? row.Facts.Category),
        Label("recognition-levels", row.Facts.Level),
    }.Where(word => word.Length > 0));

    /// <summary>Since which day it waits.</summary>
    public DateOnly Day(ReadyRow row) => zone.DateOf(row.ReadyAt);

    private string Label(string table, string? code) => code is null ? "" : codes[table].Label(code, CultureInfo.CurrentUICulture);

    private async Task PreviewAsync(CancellationToken ct)
    {
        var preview = await notices.PreviewAsync(User.Actor(), CaseIds, ct);
        if (preview.Succeeded) Preview = preview.Value;
        else this.AddRefusal(preview.Refusal);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>One notice: who is on it, until when, and how to object.</summary>
[NoIndex]
internal sealed class DetailsModel(NoticeQueries notices, ObjectionQueries objections, CodeTables codes) : PageModel
{
    /// <summary>The notice.</summary>
    public NoticeView Notice { get; private set; } = null!;

    /// <summary>What the reader objected, when signed in.</summary>
    public IReadOnlyList<OwnObjection> Own { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await notices.FindAsync(id, ct) is not { } found) return NotFound();
        Notice = found;
        if (User.FindActor() is { } actor) Own = await objections.OwnAsync(id, actor.UserId, ct);
        return Page();
    }

    /// <summary>Whether the reader may object to an entry now: it still waits, and no objection of theirs does.</summary>
    public bool MayObject(NoticeEntryView entry) => Notice.Row.IsRunning && entry.IsOpen
        && !Own.Any(own => own.EntryId == entry.Id && own.Status is ObjectionStatus.Open);

    /// <summary>The label of a code in the reader's language; empty where there is none.</summary>
    public string Label(string table, string? code) => code is null ? "" : codes[table].Label(code, CultureInfo.CurrentUICulture);
}

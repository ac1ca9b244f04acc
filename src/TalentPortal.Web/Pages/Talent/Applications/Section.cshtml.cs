using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Applications;

/// <summary>One page of a draft's form, of whatever service item.</summary>
[LargeForm]
public sealed class SectionModel(OwnApplications applications, SectionDesk desk, DraftVersions versions, PortalWords words) : PageModel
{
    /// <summary>The page's id: each drawing has its own.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>The draft's revision that the page shows.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The draft.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>All pages, and which are done.</summary>
    public IReadOnlyList<(FormPart Part, bool IsDone)> Parts { get; private set; } = [];

    /// <summary>What a new version of the item changed; empty when the draft follows it.</summary>
    public IReadOnlyList<ItemChange> Changes { get; private set; } = [];

    /// <summary>This page.</summary>
    public FormPart Part { get; private set; } = null!;

    /// <summary>This page's place, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>What it asks.</summary>
    public IReadOnlyList<FormNode> Nodes { get; private set; } = [];

    /// <summary>Whether the draft was changed elsewhere while this page was open.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>Shows a page; without its code, the first.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid id, string? section, [FromQuery] string? add, [FromQuery] bool check, CancellationToken ct)
    {
        if (await FindAsync(id, section, ct) is { } elsewhere) return elsewhere;
        var errors = check ? await desk.CheckAsync(Own, Part, ct) : [];
        return await DrawAsync(new PageContent { AddRowTo = add, Errors = errors }, ct);
    }

    /// <summary>Saves; goes on when the page is complete, back in any case.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? section, string? go, CancellationToken ct) =>
        await SaveAsync(id, section, removed: null, async () =>
        {
            if (await desk.UploadAllAsync(User.Actor(), Own, Part, Request.Form.Files, ct) is { Count: > 0 } refused)
                return await AgainAsync(refused, ct);
            if (go is "back") return RedirectToPage(new { id, section = Parts[Math.Max(Place - 1, 0)].Part.Code });
            if (await desk.CheckAsync(Own, Part, ct) is { Count: > 0 } errors) return await AgainAsync(errors, ct);
            return await NextAsync(ct);
        }, ct);

    /// <summary>Saves, then notes that the author has looked over what a new version changed.</summary>
    public Task<IActionResult> OnPostLookOverAsync(Guid id, string? section, CancellationToken ct) =>
        SaveAsync(id, section, removed: null, async () =>
        {
            var noted = await versions.LookOverAsync(User.Actor(), Own, ct);
            if (!noted.Succeeded) return NotFound();
            return this.RedirectWithBanner("/Talent/Applications/Section", "Applications.Changes.Done", new { id, section });
        }, ct);

    /// <summary>Saves what script sends while people type.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, string? section, CancellationToken ct)
    {
        if (await FindAsync(id, section, ct) is not null) return NotFound();
        if (Part.Section is null) return new JsonResult(new { Revision });
        var saved = await desk.SaveAsync(User.Actor(), Own, Part, Posted(removed: null), ct);
        if (saved.Succeeded) return new JsonResult(new { saved.Value.Revision, SavedAt = words.Display.Time(desk.Now) });
        return StatusCode(StatusCodes.Status409Conflict);
    }

    /// <summary>Adds an empty row, for those without script.</summary>
    public Task<IActionResult> OnPostAddRowAsync(Guid id, string? section, string rows, CancellationToken ct) =>
        SaveAsync(id, section, removed: null, () => ToSelf(new { id, section, add = rows }, rows), ct);

    /// <summary>Removes a row, for those without script.</summary>
    public Task<IActionResult> OnPostRemoveRowAsync(Guid id, string? section, string rows, int row, CancellationToken ct) =>
        SaveAsync(id, section, (rows, row), () => ToSelf(new { id, section }, rows), ct);

    /// <summary>Takes one file from script; answers with its row, or with a sentence.</summary>
    public async Task<IActionResult> OnPostUploadAsync(Guid id, string? section, string material, CancellationToken ct)
    {
        if (await FindAsync(id, section, ct) is not null) return NotFound();
        if (Request.Form.Files is not [var file, ..]) return Sentence(words.Texts["Applications.Files.Nothing"]);
        var added = await desk.UploadAsync(User.Actor(), Own, material, file, ct);
        return added.Succeeded ? Partial("/Pages/Shared/_FileRow.cshtml", added.Value) : Sentence(words.Texts.Of(added.Refusal));
    }

    /// <summary>Saves, then takes a file off the draft.</summary>
    public Task<IActionResult> OnPostRemoveFileAsync(Guid id, string? section, Guid file, CancellationToken ct) =>
        SaveAsync(id, section, removed: null, async () =>
        {
            var detached = await desk.DetachAsync(User.Actor(), Own, file, ct);
            return detached.Succeeded ? RedirectToPage(new { id, section }) : NotFound();
        }, ct);

    /// <summary>Saves, then uses an earlier file.</summary>
    public Task<IActionResult> OnPostReuseAsync(Guid id, string? section, Guid reuse, CancellationToken ct) =>
        SaveAsync(id, section, removed: null, async () =>
        {
            if ((await desk.AttachAsync(User.Actor(), Own, reuse, ct)).Refusal is not { } refusal)
                return RedirectToPage(new { id, section });
            this.AddRefusal(refusal);
            return await DrawAsync(new PageContent(), ct);
        }, ct);

    private async Task<IActionResult> SaveAsync(
        Guid id, string? section, (string, int)? removed, Func<Task<IActionResult>> then, CancellationToken ct)
    {
        if (await FindAsync(id, section, ct) is { } elsewhere) return elsewhere;
        if (Part.Section is null) return await then();
        var post = Posted(removed);
        var saved = await desk.SaveAsync(User.Actor(), Own, Part, post, ct);
        if (!saved.Succeeded)
        {
            IsConflict = saved.Refusal is Core.Applications.DraftChangedElsewhere;
            if (!IsConflict) return NotFound();
            return await DrawAsync(new PageContent { Typed = post.Values }, ct);
        }

        // From here on the page knows the draft as it was just saved.
        await FindAsync(id, section, ct);
        var refused = desk.Sentences(saved.Value.Errors);
        return refused.Count > 0 ? await DrawAsync(new PageContent { Typed = post.Values, Errors = refused }, ct) : await then();
    }

    /// <summary>The page once more with what was typed; secrets too, for whoever typed them just now.</summary>
    private Task<IActionResult> AgainAsync(Dictionary<string, string> errors, CancellationToken ct) =>
        DrawAsync(new PageContent { Typed = Part.Section is null ? null : Posted(removed: null).Values, Errors = errors }, ct);

    private async Task<IActionResult?> FindAsync(Guid id, string? section, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), id, ct) is not { } own) return NotFound();
        if (!own.IsDraft) return RedirectToPage("/Talent/Cases/Case", new { number = own.Number ?? own.Row.CaseId.ToString() });
        Own = own;
        Parts = await desk.PartsAsync(own, ct);
        var place = section is null ? 0 : Parts.ToList().FindIndex(p => string.Equals(p.Part.Code, section, StringComparison.Ordinal));
        if (place < 0) return RedirectToPage(new { id, section = (string?)null });
        (Place, Part) = (place, Parts[place].Part);
        return null;
    }

    private async Task<IActionResult> DrawAsync(PageContent content, CancellationToken ct)
    {
        Changes = await versions.ChangesAsync(Own, ct);
        Nodes = await desk.NodesAsync(User.Actor(), Own, Part, content, ct);
        (OperationId, Revision) = (Ids.New(), Own.Row.DraftRevision);
        return Page();
    }

    private async Task<IActionResult> NextAsync(CancellationToken ct)
    {
        // What was just answered may have shown or hidden pages.
        var parts = await desk.PartsAsync(Own, ct);
        var next = parts.SkipWhile(p => !string.Equals(p.Part.Code, Part.Code, StringComparison.Ordinal))
            .Skip(1).Select(p => p.Part.Code).FirstOrDefault();
        return next is null
            ? RedirectToPage("Check", new { id = Own.Row.CaseId })
            : RedirectToPage(new { id = Own.Row.CaseId, section = next });
    }

    private SectionPost Posted((string List, int Row)? removed) => new(
        PostedRows.Compact(Request.Form.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), removed), OperationId, Revision);

    private Task<IActionResult> ToSelf(object values, string rows) =>
        Task.FromResult<IActionResult>(RedirectToPage(pageName: null, pageHandler: null, values, FieldView.IdOf(rows)));

    private static ContentResult Sentence(string words) => new()
    {
        StatusCode = StatusCodes.Status400BadRequest,
        ContentType = "text/plain; charset=utf-8",
        Content = words,
    };
}

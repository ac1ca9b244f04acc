using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>The one list of gaps: only what was asked for, each with the officer's words.</summary>
[LargeForm]
public sealed class SupplementModel(OwnApplications applications, CaseReader reader, SupplementDesk desk, PortalWords words) : PageModel
{
    /// <summary>The page's id, so that an answer counts once.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>The application.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>What is asked for.</summary>
    public Supplement Asked { get; private set; } = null!;

    /// <summary>The gaps with their questions.</summary>
    public IReadOnlyList<GapView> Gaps { get; private set; } = [];

    /// <summary>Shows the gaps.</summary>
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct) =>
        await FindAsync(number, ct) ?? await DrawAsync(new PageContent(), ct);

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(string number, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is { } elsewhere) return elsewhere;
        var actor = User.Actor();
        var values = Posted();
        if (await desk.UploadAllAsync(actor, Own, Asked, Request.Form.Files, ct) is { Count: > 0 } refused)
            return await DrawAsync(new PageContent { Typed = values, Errors = refused }, ct);
        var answered = await desk.AnswerAsync(actor, Own, Asked, new SectionPost(values, OperationId, 0), ct);
        if (answered.Refusal is null) return this.RedirectWithBanner("Case", "Applications.Supplement.Done", new { number });
        if (answered.Refusal is not AnswersInvalid invalid)
        {
            this.AddRefusal(answered.Refusal);
            return await DrawAsync(new PageContent { Typed = values }, ct);
        }

        var asked = SupplementDesk.Targets(Asked);
        if (!invalid.Errors.Any(error => asked.Contains(SupplementDesk.CodeOf(error.Path))))
            ModelState.AddModelError("", words.Texts["Applications.Supplement.Elsewhere"]);
        return await DrawAsync(new PageContent { Typed = values, Errors = desk.Sentences(invalid.Errors) }, ct);
    }

    /// <summary>Takes one file from script.</summary>
    public async Task<IActionResult> OnPostUploadAsync(string number, string material, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not null) return NotFound();
        if (Request.Form.Files is not [var file, ..]) return Sentence(words.Texts["Applications.Files.Nothing"]);
        var added = await desk.UploadAsync(User.Actor(), Own, material, file, ct);
        return added.Succeeded ? Partial("/Pages/Shared/_FileRow.cshtml", added.Value) : Sentence(words.Texts.Of(added.Refusal));
    }

    private async Task<IActionResult?> FindAsync(string number, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), number, ct) is not { } own) return NotFound();
        if ((await reader.ReadAsync(own, ct)).Open is not { } open) return RedirectToPage("Case", new { number });
        (Own, Asked) = (own, open);
        return null;
    }

    private async Task<IActionResult> DrawAsync(PageContent content, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), Own.Row.CaseId, ct) is { } fresh) Own = fresh;
        Gaps = desk.Gaps(Own, Asked, content);
        OperationId = Ids.New();
        return Page();
    }

    private IReadOnlyDictionary<string, StringValues> Posted() =>
        PostedRows.Compact(Request.Form.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));

    private static ContentResult Sentence(string text) => new()
    {
        StatusCode = StatusCodes.Status400BadRequest,
        ContentType = "text/plain; charset=utf-8",
        Content = text,
    };
}

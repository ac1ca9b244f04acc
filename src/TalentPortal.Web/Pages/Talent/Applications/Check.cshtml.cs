using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Applications;

/// <summary>All answers once more, consent, and handing in.</summary>
public sealed class CheckModel(
    OwnApplications applications, CheckDesk desk, SubmissionService submissions, DraftVersions versions, PortalWords words) : PageModel
{
    /// <summary>The page's id, so that an application is handed in once.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Whether the author agreed to the use of personal data.</summary>
    [BindProperty]
    public bool Consent { get; set; }

    /// <summary>The draft.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>What was answered.</summary>
    public IReadOnlyList<SummaryPart> Parts { get; private set; } = [];

    /// <summary>What a new version of the item changed; empty when the draft follows it.</summary>
    public IReadOnlyList<ItemChange> Changes { get; private set; } = [];

    /// <summary>What is wrong: where to mend it, what it is, and why.</summary>
    public IReadOnlyList<(string? Href, string Words)> Problems { get; private set; } = [];

    /// <summary>What is wrong with the consent; null when nothing is.</summary>
    public string? ConsentError { get; private set; }

    /// <summary>Sensitive fields and what each is needed for.</summary>
    public IReadOnlyList<FormField> Sensitive =>
        [.. Own.Item.SensitiveFields.Select(secret => secret.Field).DistinctBy(asked => (asked.Label, asked.Purpose))];

    /// <summary>Shows all.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) ?? await DrawAsync(problems: null, ct);

    /// <summary>Hands the application in.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var actor = User.Actor();
        if (await applications.FindAsync(actor, id, ct) is not { } own) return NotFound();
        Own = own;
        var operation = versions.Begin(OperationId, "ApplicationSubmitting", actor);
        var submitted = await submissions.SubmitAsync(actor, id, Consent, operation, ct);
        if (submitted.Succeeded) return RedirectToPage("Receipt", new { id });
        if (!own.IsDraft) return RedirectToPage("Receipt", new { id });
        return submitted.Refusal switch
        {
            CaseNotFound => NotFound(),
            AnswersInvalid invalid => await DrawAsync(invalid.Errors, ct),
            ConsentMissing refusal => await ConsentMissingAsync(refusal, ct),
            var refusal => await RefusedAsync(refusal, ct),
        };
    }

    /// <summary>Notes that the author has looked over what a new version changed.</summary>
    public async Task<IActionResult> OnPostLookOverAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        var noted = await versions.LookOverAsync(User.Actor(), Own, ct);
        return noted.Succeeded
            ? this.RedirectWithBanner("/Talent/Applications/Check", "Applications.Changes.Done", new { id })
            : NotFound();
    }

    private async Task<IActionResult> ConsentMissingAsync(Refusal refusal, CancellationToken ct)
    {
        ConsentError = words.Texts.Of(refusal);
        return await DrawAsync(problems: null, ct);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken ct)
    {
        await DrawAsync(problems: null, ct);
        IEnumerable<string> reasons = refusal is NotEligible { Result: var result }
            ? result.Failed.Select(finding => finding.Sentence.ToString())
            : [words.Texts.Of(refusal)];
        Problems = [.. reasons.Select(reason => ((string?)null, reason))];
        return Page();
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), id, ct) is not { } own) return NotFound();
        if (!own.IsDraft) return RedirectToPage("/Talent/Cases/Case", new { number = own.Number ?? own.Row.CaseId.ToString() });
        Own = own;
        return null;
    }

    private async Task<IActionResult> DrawAsync(IReadOnlyList<FieldError>? problems, CancellationToken ct)
    {
        Changes = await versions.ChangesAsync(Own, ct);
        (Parts, var found) = await desk.SummaryAsync(Own, ct);
        Problems = desk.Problems(Own, Parts, problems ?? found);
        OperationId = Ids.New();
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Recognitions;

/// <summary>
/// The talent office begins a revocation: why, on what grounds, and what would follow. The holder is heard before anything is decided.
/// </summary>
[RequirePermission(Permission.IssueCertificates)]
internal sealed class RevokeModel(
    LifeQueries recognitions, RevocationCases revocations, FollowUpPreview preview, CodeTables codes, PortalTimeZone zone) : PageModel
{
    /// <summary>The certificate's number.</summary>
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The page's id.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>Code of <c>revocation-reasons</c>.</summary>
    [BindProperty, Required, Display(Name = "Life.Revoke.Reason")]
    public string? Reason { get; set; }

    /// <summary>Facts and grounds.</summary>
    [BindProperty, Required, StringLength(RevocationCases.LongestText), Display(Name = "Life.Revoke.Grounds")]
    public string? Grounds { get; set; }

    /// <summary>The recognition.</summary>
    public RecognitionLifeView Row { get; private set; } = null!;

    /// <summary>What would follow.</summary>
    public IReadOnlyList<FollowUpLine> FollowUps { get; private set; } = [];

    /// <summary>The reasons that an office may give.</summary>
    public IReadOnlyList<FieldOption> Reasons =>
        [.. codes["revocation-reasons"].ItemsOn(zone.Today).Where(item => RevocationCases.IsForOffice(item.Code))
        .Select(item => new FieldOption(item.Code, item.Label(CultureInfo.CurrentUICulture)))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        OperationId = Ids.New();
        return await FindAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Opens the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var opened = await revocations.OpenAsync(User.Actor(), Number, Reason!, Grounds!, this.Begin(OperationId, "RevocationOpening"), ct);
        if (opened.Succeeded) return this.RedirectWithBanner("Life", "Life.Revoke.Done", new { number = Number });
        if (opened.Refusal is CaseNotFound) return NotFound();
        this.AddRefusal(opened.Refusal, opened.Refusal switch
        {
            LifeTextInvalid => nameof(Grounds),
            RevocationReasonUnknown => nameof(Reason),
            _ => "",
        });
        OperationId = Ids.New();
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await recognitions.FindAsync(Number, ct) is not { } found) return false;
        (Row, FollowUps) = (found, await preview.LinesAsync(found.Id, RecognitionStatus.Revoked, ct));
        return true;
    }
}

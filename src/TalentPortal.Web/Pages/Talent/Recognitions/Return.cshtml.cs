using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Recognitions;

/// <summary>Asks once more, then the holder gives a recognition back: a case of its own, which the talent office confirms.</summary>
internal sealed class ReturnModel(LifeQueries recognitions, RevocationCases revocations) : PageModel
{
    /// <summary>The certificate's number.</summary>
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The page's id.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required, StringLength(RevocationCases.LongestText), Display(Name = "Life.Return.Grounds")]
    public string? Grounds { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await IsOwnAsync(ct)) return NotFound();
        OperationId = Ids.New();
        return Page();
    }

    /// <summary>Gives it back.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsOwnAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var opened = await revocations.ReturnAsync(User.Actor(), Number, Grounds!, this.BeginOwn(OperationId, "RecognitionReturning"), ct);
        if (opened.Succeeded) return this.RedirectWithBanner("Index", "Life.Return.Done");
        this.AddRefusal(opened.Refusal, opened.Refusal is LifeTextInvalid ? nameof(Grounds) : "");
        OperationId = Ids.New();
        return Page();
    }

    private async Task<bool> IsOwnAsync(CancellationToken ct) =>
        User.Actor().PersonId is { } person && await recognitions.FindAsync(Number, ct) is { } found && found.PersonId == person;
}

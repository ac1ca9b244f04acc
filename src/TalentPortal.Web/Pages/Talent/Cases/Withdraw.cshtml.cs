using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>Asks once more, then takes an application back or throws a draft away.</summary>
public sealed class WithdrawModel(OwnApplications applications, WithdrawalService withdrawals) : PageModel
{
    /// <summary>The page's id.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Why; may be empty.</summary>
    [BindProperty, StringLength(500), Display(Name = "Applications.Withdraw.Reason")]
    public string? Reason { get; set; }

    /// <summary>The application.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), number, ct) is not { } own) return NotFound();
        if (!own.Row.Status.MayBecome(ApplicationStatus.Withdrawn)) return RedirectToPage("Case", new { number });
        (Own, OperationId) = (own, Ids.New());
        return Page();
    }

    /// <summary>Withdraws.</summary>
    public async Task<IActionResult> OnPostAsync(string number, CancellationToken ct)
    {
        var actor = User.Actor();
        if (await applications.FindAsync(actor, number, ct) is not { } own) return NotFound();
        Own = own;
        if (ModelState.IsValid)
        {
            var withdrawn = await withdrawals.WithdrawAsync(
                actor, own.Row.CaseId, Reason, this.BeginOwn(OperationId, "ApplicationWithdrawing"), ct);
            if (withdrawn.Succeeded)
            {
                return own.IsDraft
                    ? this.RedirectWithBanner("Index", "Applications.Withdraw.Discarded")
                    : this.RedirectWithBanner("Case", "Applications.Withdraw.Done", new { number });
            }

            this.AddRefusal(withdrawn.Refusal);
        }

        OperationId = Ids.New();
        return Page();
    }
}

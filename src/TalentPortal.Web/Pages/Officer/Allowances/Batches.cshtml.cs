using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>Batches of payments, and the form that makes one.</summary>
[Authorize(Policies.Payments)]
internal sealed class BatchesModel(BatchReader reader, PaymentBatches batches, AllowanceWords words, PortalTimeZone zone) : PageModel
{
    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The latest batches, the newest first.</summary>
    public IReadOnlyList<BatchView> Rows { get; private set; } = [];

    /// <summary>What is said about allowances.</summary>
    public AllowanceWords Words => words;

    /// <summary>Whether the reader makes batches.</summary>
    public bool MayMake => User.Actor().Can(Permission.ManageAllowances);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.UpTo = zone.Today;
        return await ShowAsync(ct);
    }

    /// <summary>Makes one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return await ShowAsync(ct);
        var made = await batches.MakeAsync(User.Actor(), Input.UpTo!.Value, this.Begin(OperationId, "PaymentBatchMaking"), ct);
        if (made.Succeeded) return this.RedirectWithBanner("Batch", "Allowances.Batches.Made", new { id = made.Value });
        this.AddRefusal(made.Refusal, made.Refusal is BatchDayNotPossible ? "Input.UpTo" : "");
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        OperationId = Ids.New();
        ModelState.Remove("operationId");
        Rows = await reader.ListAsync(User.Actor(), ct);
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Due up to this day.</summary>
        [Required, Display(Name = "Allowances.Batches.UpTo")]
        public DateOnly? UpTo { get; set; }
    }
}

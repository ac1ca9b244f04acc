using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Allowances;

/// <summary>What the reader is paid: when, what is held and why, what is claimed back; and another account for what came back.</summary>
internal sealed class IndexModel(AllowanceReader reader, OwnAllowances own, AllowanceWords words, PortalTimeZone zone, TimeProvider time)
    : PageModel
{
    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The reader's allowances, the newest first.</summary>
    public IReadOnlyList<AllowanceView> Views { get; private set; } = [];

    /// <summary>The allowances whose account may be changed.</summary>
    public IReadOnlyList<FieldOption> Accounts =>
        [.. Views.Select(view =>
            new FieldOption(view.Facts.Allowance.CaseId.ToString(), $"{view.Benefit.Name} {view.Facts.Allowance.AccountMasked}"))];

    /// <summary>The local day.</summary>
    public DateOnly Today => zone.Today;

    /// <summary>What is said about allowances.</summary>
    public AllowanceWords Words => words;

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Names another account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        if (!ModelState.IsValid) return await ShowAsync(ct);
        var result = await own.PayToAsync(actor, Input.AllowanceId!.Value, Input.Bank, Input.Account,
            Operation.Begin(OperationId, "AllowanceAccountChanging", actor.UserId, role: null, time), ct);
        if (result.Succeeded) return this.RedirectWithBanner("Index", "Allowances.Own.AccountChanged");
        this.AddRefusal(result.Refusal, result.Refusal switch
        {
            BankNameNotValid => "Input.Bank",
            AccountUnchanged or BankCardWrongLength or BankCardWrongCheckDigit => "Input.Account",
            _ => "",
        });
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        OperationId = Ids.New();
        ModelState.Remove("operationId");
        Views = await reader.OwnAsync(actor, ct);
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Of which allowance.</summary>
        [Required, Display(Name = "Allowances.Own.Which")]
        public Guid? AllowanceId { get; set; }

        /// <summary>Name of the bank.</summary>
        [Required, MaxLength(OwnAllowances.LongestBank), Display(Name = "Allowances.Own.Bank")]
        public string? Bank { get; set; }

        /// <summary>The account.</summary>
        [Required, MaxLength(40), Display(Name = "Allowances.Own.Account")]
        public string? Account { get; set; }
    }
}

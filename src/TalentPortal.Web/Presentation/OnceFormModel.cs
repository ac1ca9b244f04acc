using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>A page with one form about one thing: shown, sent once whatever is clicked, and shown again with what was refused.</summary>
internal abstract class OnceFormModel : PageModel
{
    /// <summary>What it is about.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>The operation's type: a gerund.</summary>
    protected abstract string Deed { get; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.FindActor() is null) return Challenge();
        OperationId = Ids.New();
        if (!await FindAsync(ct)) return NotFound();
        Fill();
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var result = await ActAsync(actor, this.Begin(OperationId, Deed), ct);
        if (result.Succeeded) return Done();
        if (result.Refusal is CaseNotFound) return NotFound();
        this.AddRefusal(result.Refusal, FieldOf(result.Refusal));
        return Page();
    }

    /// <summary>Reads what the form is about.</summary>
    /// <returns>Whether it is there.</returns>
    protected abstract Task<bool> FindAsync(CancellationToken ct);

    /// <summary>Fills in what is known before anything is typed.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>Does what the form is for.</summary>
    protected abstract Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct);

    /// <summary>Where to go when it is done.</summary>
    protected abstract IActionResult Done();

    /// <summary>The field that a refusal is about; empty for the whole form.</summary>
    protected virtual string FieldOf(Refusal refusal) => "";
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>
/// A page about one thing with several forms, each for one deed: sent once whatever is clicked, and what was refused stands beside its
/// field. A page with one form, which reads what it is about before it does anything, is an <see cref="OnceFormModel"/>.
/// </summary>
internal abstract class DeedsModel : PageModel
{
    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await ShowAsync(ct);
        if (shown is PageResult) Fill();
        return shown;
    }

    /// <summary>Does what one form is for: comes back to the page with a sentence, or shows it again with what was refused.</summary>
    /// <param name="deed">The operation's type: a gerund.</param>
    /// <param name="done">Key of the sentence that says what was done.</param>
    /// <param name="act">Does it; refuses with <see cref="CaseNotFound"/> what this actor may not see.</param>
    /// <param name="ct">Cancels.</param>
    protected async Task<IActionResult> ActAsync(string deed, string done, Func<Actor, Operation, Task<Result>> act, CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        if (ModelState.IsValid)
        {
            var result = await act(actor, OperationOf(deed));
            if (result.Succeeded) return this.RedirectWithBanner(pageName: null, done);
            if (result.Refusal is CaseNotFound) return NotFound();
            this.AddRefusal(result.Refusal, FieldOf(result.Refusal, deed));
        }

        return await ShowAsync(ct);
    }

    /// <summary>Shows the page as things stand now, with forms that were not sent yet.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (User.FindActor() is null) return Challenge();
        if (!await FindAsync(ct)) return NotFound();
        OperationId = Ids.New();
        ModelState.Remove("operationId");
        return Page();
    }

    /// <summary>Reads what the page is about.</summary>
    /// <returns>Whether it is there.</returns>
    protected abstract Task<bool> FindAsync(CancellationToken ct);

    /// <summary>Fills in what is known before anything is typed.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>Begins the operation of a deed.</summary>
    protected Operation OperationOf(string deed) => this.Begin(OperationId, deed);

    /// <summary>The field that a refusal is about; empty for the whole form.</summary>
    protected virtual string FieldOf(Refusal refusal, string deed) => "";
}

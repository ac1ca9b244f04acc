using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Recognitions;

/// <summary>The life of one recognition, with the cases about it; the talent office suspends it here, resumes it, or begins a revocation.</summary>
[RequirePermission(Permission.IssueCertificates)]
internal sealed class LifeModel(LifeQueries recognitions, RecognitionSuspensions suspensions, CodeTables codes, TimeProvider time) : PageModel
{
    /// <summary>The certificate's number.</summary>
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The page's id.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>Why it is suspended or resumed.</summary>
    [BindProperty, Required, StringLength(RecognitionSuspensions.LongestText), Display(Name = "Life.Suspend.Reason")]
    public string? Reason { get; set; }

    /// <summary>The recognition.</summary>
    public RecognitionLifeView Row { get; private set; } = null!;

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LifeLine> Lines { get; private set; } = [];

    /// <summary>The cases about it.</summary>
    public IReadOnlyList<MatterRow> Matters { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        OperationId = Ids.New();
        return await FindAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Suspends it.</summary>
    public Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) =>
        ActAsync("RecognitionSuspending", suspensions.SuspendAsync, "Life.Suspend.Done", ct);

    /// <summary>Resumes it.</summary>
    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        ActAsync("RecognitionResuming", suspensions.ResumeAsync, "Life.Resume.Done", ct);

    /// <summary>The label of a code.</summary>
    public string Label(string table, string code) => codes[table].Label(code, CultureInfo.CurrentUICulture);

    private async Task<IActionResult> ActAsync(
        string deed, Func<Actor, string, string, Operation, CancellationToken, Task<Result>> act, string banner, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var actor = User.Actor();
        var role = actor.Appointments is [var held, ..] ? held.Role.ToString() : null;
        var result = await act(actor, Number, Reason!, Operation.Begin(OperationId, deed, actor.UserId, role, time), ct);
        if (result.Succeeded) return this.RedirectWithBanner("Life", banner, new { number = Number });
        if (result.Refusal is CaseNotFound) return NotFound();
        this.AddRefusal(result.Refusal, result.Refusal is LifeTextInvalid ? nameof(Reason) : "");
        OperationId = Ids.New();
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await recognitions.FindAsync(Number, ct) is not { } found) return false;
        (Row, Lines, Matters) = (found, await recognitions.EventsAsync(found.Id, ct), await recognitions.MattersAsync(found.Id, ct));
        return true;
    }
}

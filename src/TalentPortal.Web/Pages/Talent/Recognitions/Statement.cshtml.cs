using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Hearings;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Recognitions;

/// <summary>The holder of a recognition says what there is to say before a revocation, or what was put right after a check.</summary>
internal sealed class StatementModel(OwnApplications applications, LifeQueries recognitions, HolderStatements statements, CodeTables codes)
    : PageModel
{
    /// <summary>The case's number.</summary>
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The page's id.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is said.</summary>
    [BindProperty, Required, StringLength(HolderStatements.LongestText), Display(Name = "Life.Statement.Label")]
    public string? Statement { get; set; }

    /// <summary>The case.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>What is asked.</summary>
    public RecognitionMatter Matter { get; private set; } = null!;

    /// <summary>The grounds of a revocation, or what a check found.</summary>
    public string? Why { get; private set; }

    /// <summary>The reason of a revocation in words; null for a check.</summary>
    public string? Reason => Matter.Reason is { } code ? codes["revocation-reasons"].Label(code, CultureInfo.CurrentUICulture) : null;

    /// <summary>Shows what is asked.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        OperationId = Ids.New();
        return Page();
    }

    /// <summary>Takes the statement.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var stated = await statements.StateAsync(User.Actor(), Own.Row.CaseId, Statement!, this.BeginOwn(OperationId, "HolderStating"), ct);
        if (stated.Succeeded) return this.RedirectWithBanner("/Talent/Cases/Case", "Life.Statement.Done", new { number = Number });
        this.AddRefusal(stated.Refusal, stated.Refusal is LifeTextInvalid ? nameof(Statement) : "");
        OperationId = Ids.New();
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), Number, ct) is not { } own) return false;
        if (await recognitions.MatterAsync(own.Row.CaseId, ct) is not { AskedAt: not null } matter) return false;
        (Own, Matter) = (own, matter);
        Why = matter.Kind is RecognitionMatterKind.AnnualCheck
            ? await recognitions.AskedWhyAsync(own.Row.CaseId, ct)
            : (own.Answers.Find("grounds") as AnswerValue.Text)?.Value;
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Pages.Talent.Cases;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Applications;

/// <summary>What one has in hand after handing in: the number, what comes next, by when.</summary>
public sealed class ReceiptModel(OwnApplications applications, CaseReader reader) : PageModel
{
    /// <summary>The application.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>The number in groups, as it is printed.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What comes next.</summary>
    public string Next { get; private set; } = "";

    /// <summary>By when.</summary>
    public string Due { get; private set; } = "";

    /// <summary>Shows the receipt.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), id, ct) is not { Number: { } number } own) return NotFound();
        (Own, Number) = (own, CaseNumber.Parse(number) is { Succeeded: true } parsed ? parsed.Value.ToString() : number);
        var facts = await reader.ReadAsync(own, ct);
        (Next, Due) = (reader.NextStep(facts), reader.DueWords(facts));
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Due;

/// <summary>What the reader qualifies for and has not applied for, with the reason, what to bring, and the way to start.</summary>
internal sealed class IndexModel(DueBenefits due, ServiceItems items, CardWords words) : PageModel
{
    /// <summary>What is due.</summary>
    public IReadOnlyList<DueBenefit> Due { get; private set; } = [];

    /// <summary>Services with a short test that the reader can take, beside what is due.</summary>
    public IReadOnlyList<ServiceItem> Tests { get; private set; } = [];

    /// <summary>What is said about cards.</summary>
    public CardWords Words => words;

    /// <summary>The id of the operation, so that a double click begins one draft.</summary>
    public Guid OperationId { get; } = Ids.New();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        Due = await due.OfAsync(actor, ct);
        Tests = [.. items.Listed.Select(version => version.Item).Where(item => item.PreCheck.Count > 0 && Due.All(one => one.Item.Code != item.Code))];
        return Page();
    }
}

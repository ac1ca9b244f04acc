using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Due;

/// <summary>What the reader qualifies for and has not applied for, with the reason, what to bring, and the way to start.</summary>
internal sealed class IndexModel(DueBenefits due, DueServices services, ServiceItems items, CardWords words) : PageModel
{
    /// <summary>What is due.</summary>
    public IReadOnlyList<DueBenefit> Due { get; private set; } = [];

    /// <summary>Services whose rules hold by answers that the reader gave before.</summary>
    public IReadOnlyList<DueService> Qualified => [.. Known.Where(one => one.Qualifies)];

    /// <summary>Services of whose rules earlier answers tell something.</summary>
    public IReadOnlyList<DueService> Known { get; private set; } = [];

    /// <summary>Services with a short test that the reader can take, beside what is due.</summary>
    public IReadOnlyList<ServiceItem> Tests { get; private set; } = [];

    /// <summary>What is said about cards.</summary>
    public CardWords Words => words;

    /// <summary>The id of the operation, so that a double click begins one draft.</summary>
    public Guid OperationId { get; } = Ids.New();

    /// <summary>What earlier answers tell of an item's rules; null where they tell nothing.</summary>
    public DueService? KnownOf(ServiceItem item) => Known.FirstOrDefault(one => one.Item.Code == item.Code);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        Due = await due.OfAsync(actor, ct);
        Known = [.. (await services.OfAsync(actor, ct)).Where(one => Due.All(other => other.Item.Code != one.Item.Code))];
        var shown = Due.Select(one => one.Item.Code).Concat(Qualified.Select(one => one.Item.Code)).ToHashSet(StringComparer.Ordinal);
        Tests = [.. items.Listed.Select(version => version.Item).Where(item => item.PreCheck.Count > 0 && !shown.Contains(item.Code))];
        return Page();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>What follows when a level, a benefit or a kind of venue is retired, before it is.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class RetireModel(EntryDesk desk, RetirementOutlook outlook, CardWords words) : EntryModel(desk)
{
    /// <summary>What the entry is.</summary>
    [FromRoute]
    public BenefitEntryKind Kind { get; set; }

    /// <summary>The level that the grounds of a retired one give from then on.</summary>
    [BindProperty]
    public string? MovesTo { get; set; }

    /// <summary>The document behind it.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>The entry's name.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>What would follow.</summary>
    public RetirementView View { get; private set; } = null!;

    /// <summary>What is said about cards.</summary>
    public CardWords Words => words;

    /// <summary>The levels to which its grounds can move.</summary>
    public IReadOnlyList<FieldOption> Levels =>
    [
        new("", Texts["Benefits.Outlook.NoLevel"]),
        .. Then.Levels.Where(level => level.Code != Code).OrderBy(level => level.Rank)
        .Select(level => new FieldOption(level.Code, level.Name.ToString())),
    ];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return NotFound();
        await FindAsync(ct);
        return await LookAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Retires it from the next version on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (!await LookAsync(ct)) return NotFound();
        return await SaveAsync(Source, (actor, into, operation) => Entries.RetireAsync(actor, Kind, Code!, MovesTo, into, operation, ct),
            "BenefitEntries.Retired");
    }

    private async Task<bool> LookAsync(CancellationToken ct)
    {
        var (then, code) = (Then, Code ?? "");
        var name = Kind switch
        {
            BenefitEntryKind.Level => then.FindLevel(code)?.Name,
            BenefitEntryKind.Benefit => then.FindBenefit(code)?.Name,
            _ => then.FindVenueKind(code)?.Name,
        };
        if (name is null) return false;
        (Name, View) = (name, await outlook.LookAsync(then, Kind, code, ct));
        return true;
    }
}

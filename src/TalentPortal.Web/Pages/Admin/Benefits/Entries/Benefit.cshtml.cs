using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>A benefit of the next catalogue: all of it, and what each level gets.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class BenefitModel(EntryDesk desk, ServiceItems items) : EntryModel(desk)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public BenefitForm Input { get; set; } = new();

    /// <summary>The benefit as the draft has it; null for a new one.</summary>
    public Benefit? Benefit => Code is null ? null : Then.FindBenefit(Code);

    /// <summary>What a benefit of a released version is; null while it can still be chosen.</summary>
    public BenefitKind? KeptKind => Code is null ? null : Newest.FindBenefit(Code)?.Kind;

    /// <summary>The periods that there are.</summary>
    public IReadOnlyList<FieldOption> Periods =>
        [new("", Texts["BenefitEntries.NoPeriod"]), .. Enum.GetValues<BenefitPeriod>().Select(period =>
            new FieldOption(period.ToString(), Texts.Of(period)))];

    /// <summary>The kinds of venues that there are.</summary>
    public IReadOnlyList<FieldOption> VenueKinds => [.. Then.VenueKinds.Select(kind => new FieldOption(kind.Code, kind.Name.ToString()))];

    /// <summary>The services that can be applied for, and the one that is named already.</summary>
    public IReadOnlyList<FieldOption> Services =>
    [
        new("", Texts["BenefitEntries.NoService"]),
        .. items.Current.Select(version => new FieldOption(version.Item.Key, version.Item.Name.ToString())),
        .. Benefit?.ServiceItem is { } named && items.Find(named) is null ? [new FieldOption(named, named)] : Array.Empty<FieldOption>(),
    ];

    /// <summary>What it may exclude: the groups of the others, and each of the others that has none.</summary>
    public IReadOnlyList<FieldOption> Rivals
    {
        get
        {
            var others = Then.Benefits.Where(benefit => benefit.Code != Code).ToList();
            var own = Benefit?.ExclusionGroup is { } group && others.TrueForAll(benefit => benefit.ExclusionGroup != group)
                ? [new FieldOption(BenefitInput.Group + group, Texts["BenefitEntries.AloneInGroup"])] : Array.Empty<FieldOption>();
            return
            [
                new("", Texts["BenefitEntries.ExcludesNone"]),
                .. own,
                .. others.Where(benefit => benefit.ExclusionGroup is not null)
                .GroupBy(benefit => benefit.ExclusionGroup!, StringComparer.Ordinal)
                    .Select(members =>
                        new FieldOption(BenefitInput.Group + members.Key,
                            string.Join(Texts["BenefitEntries.And"], members.Select(benefit => benefit.Name)))),
                .. others.Where(benefit => benefit.ExclusionGroup is null)
                .Select(benefit => new FieldOption(BenefitInput.With + benefit.Code, benefit.Name.ToString())),
            ];
        }
    }

    /// <summary>What is wrong with the amount of a level; null when nothing is.</summary>
    public string? ErrorOf(CardLevel level) => ModelState[NameOf(level)] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    /// <summary>Name of the field with the amount of a level.</summary>
    public static string NameOf(CardLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return $"Input.Amounts[{level.Code}]";
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Code is not null && Benefit is null) return NotFound();
        if (Benefit is { } known) Input = BenefitForm.Of(known, Then);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Code is not null && Benefit is null) return NotFound();
        Input.Kind ??= KeptKind;
        return await SaveAsync(Input.Source,
            (actor, into, operation) => Entries.SaveAsync(actor, Input.ToInput(Code), into, operation, ct));
    }
}

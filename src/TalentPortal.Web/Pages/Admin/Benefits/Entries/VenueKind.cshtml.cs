using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>A kind of venue of the next catalogue: its names, and what holders agree to.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class VenueKindModel(EntryDesk desk) : EntryModel(desk)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The kind as the draft has it; null for a new one.</summary>
    public VenueKind? Kind => Code is null ? null : Then.FindVenueKind(Code);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Code is not null && Kind is null) return NotFound();
        Input = new InputModel
        {
            NameZh = Kind?.Name.Zh,
            NameEn = Kind?.Name.En,
            ConsentZh = Kind?.Consent.Zh,
            ConsentEn = Kind?.Consent.En,
            Source = Kind?.Source,
        };
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Code is not null && Kind is null) return NotFound();
        var input = new VenueKindInput(Code, Input.NameZh, Input.NameEn, Input.ConsentZh, Input.ConsentEn, Input.Source);
        return await SaveAsync(Input.Source, (actor, into, operation) => Entries.SaveAsync(actor, input, into, operation, ct));
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Chinese name.</summary>
        [MaxLength(BenefitInput.LongestName), Display(Name = "Benefits.Edit.Zh")]
        public string? NameZh { get; set; }

        /// <summary>English name.</summary>
        [MaxLength(BenefitInput.LongestName), Display(Name = "Benefits.Edit.En")]
        public string? NameEn { get; set; }

        /// <summary>What holders agree to, in Chinese.</summary>
        [MaxLength(BenefitInput.LongestSentence), DataType(DataType.MultilineText), Display(Name = "BenefitEntries.ConsentZh")]
        public string? ConsentZh { get; set; }

        /// <summary>In English.</summary>
        [MaxLength(BenefitInput.LongestSentence), DataType(DataType.MultilineText), Display(Name = "BenefitEntries.ConsentEn")]
        public string? ConsentEn { get; set; }

        /// <summary>The document behind it.</summary>
        [MaxLength(RuleDraft.LongestSource), Display(Name = "Rules.Source")]
        public string? Source { get; set; }
    }
}

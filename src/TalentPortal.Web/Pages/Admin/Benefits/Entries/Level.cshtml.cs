using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>A card level of the next catalogue: its names, its place, for whom it is made.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class LevelModel(EntryDesk desk) : EntryModel(desk)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The level as the draft has it; null for a new one.</summary>
    public CardLevel? Level => Code is null ? null : Then.FindLevel(Code);

    /// <summary>The places that there are.</summary>
    public IReadOnlyList<FieldOption> Places =>
    [
        new("1", Texts["BenefitEntries.First"]),
        .. Others.Select((level, at) => new FieldOption($"{at + 2}", Texts["BenefitEntries.After", level.Name])),
    ];

    private IEnumerable<CardLevel> Others => Then.Levels.Where(level => level.Code != Code).OrderBy(level => level.Rank);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Code is not null && Level is null) return NotFound();
        Input = new InputModel
        {
            NameZh = Level?.Name.Zh,
            NameEn = Level?.Name.En,
            Place = Level is { } known ? Others.Count(level => level.Rank < known.Rank) + 1 : Then.Levels.Count + 1,
            Track = Level?.Track,
            Source = Level?.Source,
        };
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Code is not null && Level is null) return NotFound();
        return await SaveAsync(Input.Source, (actor, into, operation) => Entries.SaveAsync(
            actor, new LevelInput(Code, Input.NameZh, Input.NameEn, Input.Place, Input.Track, Input.Source), into, operation, ct));
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

        /// <summary>Its place.</summary>
        [Display(Name = "BenefitEntries.Place")]
        public int? Place { get; set; }

        /// <summary>For whom it is made.</summary>
        [Display(Name = "BenefitEntries.Track")]
        public CardTrack? Track { get; set; }

        /// <summary>The document behind it.</summary>
        [MaxLength(RuleDraft.LongestSource), Display(Name = "Rules.Source")]
        public string? Source { get; set; }
    }
}

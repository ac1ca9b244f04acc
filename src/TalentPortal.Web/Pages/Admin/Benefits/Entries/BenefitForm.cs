using System.ComponentModel.DataAnnotations;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>What is typed of a benefit.</summary>
internal sealed class BenefitForm
{
    /// <summary>Chinese name.</summary>
    [MaxLength(BenefitInput.LongestName), Display(Name = "Benefits.Edit.Zh")]
    public string? NameZh { get; set; }

    /// <summary>English name.</summary>
    [MaxLength(BenefitInput.LongestName), Display(Name = "Benefits.Edit.En")]
    public string? NameEn { get; set; }

    /// <summary>In one Chinese sentence.</summary>
    [MaxLength(BenefitInput.LongestSentence), Display(Name = "BenefitEntries.SummaryZh")]
    public string? SummaryZh { get; set; }

    /// <summary>In one English sentence.</summary>
    [MaxLength(BenefitInput.LongestSentence), Display(Name = "BenefitEntries.SummaryEn")]
    public string? SummaryEn { get; set; }

    /// <summary>What it is.</summary>
    [Display(Name = "TalentCards.Benefits.Kind")]
    public BenefitKind? Kind { get; set; }

    /// <summary>After how long it begins anew.</summary>
    [Display(Name = "BenefitEntries.Period")]
    public BenefitPeriod? Period { get; set; }

    /// <summary>Where it is had.</summary>
    [Display(Name = "BenefitEntries.VenueKinds")]
    public List<string> VenueKinds { get; set; } = [];

    /// <summary>Who gives it.</summary>
    [MaxLength(BenefitInput.LongestName), Display(Name = "BenefitEntries.ProviderZh")]
    public string? ProviderZh { get; set; }

    /// <summary>In English.</summary>
    [MaxLength(BenefitInput.LongestName), Display(Name = "BenefitEntries.ProviderEn")]
    public string? ProviderEn { get; set; }

    /// <summary>Who pays.</summary>
    [MaxLength(BenefitInput.LongestName), Display(Name = "BenefitEntries.PayerZh")]
    public string? PayerZh { get; set; }

    /// <summary>In English.</summary>
    [MaxLength(BenefitInput.LongestName), Display(Name = "BenefitEntries.PayerEn")]
    public string? PayerEn { get; set; }

    /// <summary>What is brought along.</summary>
    [DataType(DataType.MultilineText), Display(Name = "BenefitEntries.DocumentsZh")]
    public string? DocumentsZh { get; set; }

    /// <summary>In English.</summary>
    [DataType(DataType.MultilineText), Display(Name = "BenefitEntries.DocumentsEn")]
    public string? DocumentsEn { get; set; }

    /// <summary>What it excludes.</summary>
    [Display(Name = "BenefitEntries.Excludes")]
    public string? Excludes { get; set; }

    /// <summary>The service that is applied for.</summary>
    [Display(Name = "BenefitEntries.ServiceItem")]
    public string? ServiceItem { get; set; }

    /// <summary>First day.</summary>
    [Display(Name = "Benefits.Edit.From")]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day.</summary>
    [Display(Name = "Benefits.Edit.To")]
    public DateOnly? ValidTo { get; set; }

    /// <summary>The levels that get it.</summary>
    public List<string> Levels { get; set; } = [];

    /// <summary>How much, by level.</summary>
    public Dictionary<string, string?> Amounts { get; set; } = [];

    /// <summary>The document behind it.</summary>
    [MaxLength(RuleDraft.LongestSource), Display(Name = "Rules.Source")]
    public string? Source { get; set; }

    /// <summary>As the draft says.</summary>
    public static BenefitForm Of(Benefit benefit, BenefitCatalogue then)
    {
        var shown = then.Levels.ToDictionary(
            level => level.Code, level => BenefitSheet.Shown(then, benefit, level), StringComparer.Ordinal);
        return new BenefitForm
        {
            NameZh = benefit.Name.Zh,
            NameEn = benefit.Name.En,
            SummaryZh = benefit.Summary.Zh,
            SummaryEn = benefit.Summary.En,
            Kind = benefit.Kind,
            Period = benefit.Period,
            VenueKinds = [.. benefit.VenueKinds],
            ProviderZh = benefit.Provider.Zh,
            ProviderEn = benefit.Provider.En,
            PayerZh = benefit.Payer.Zh,
            PayerEn = benefit.Payer.En,
            DocumentsZh = string.Join('\n', benefit.Documents.Select(one => one.Zh)),
            DocumentsEn = string.Join('\n', benefit.Documents.Select(one => one.En)),
            Excludes = benefit.ExclusionGroup is { } group ? BenefitInput.Group + group : "",
            ServiceItem = benefit.ServiceItem,
            ValidFrom = benefit.ValidFrom,
            ValidTo = benefit.ValidTo,
            Levels = [.. shown.Where(one => one.Value.Length > 0).Select(one => one.Key)],
            Amounts = shown.ToDictionary(
                one =>
                    one.Key, string? (one) =>
                        one.Value is BenefitLeaf.Given or BenefitLeaf.Unlimited ? "" : one.Value, StringComparer.Ordinal),
            Source = benefit.Source,
        };
    }

    /// <summary>What was typed.</summary>
    public BenefitInput ToInput(string? code) => new()
    {
        Code = code,
        NameZh = NameZh,
        NameEn = NameEn,
        SummaryZh = SummaryZh,
        SummaryEn = SummaryEn,
        Kind = Kind,
        Period = Period,
        VenueKinds = VenueKinds,
        ProviderZh = ProviderZh,
        ProviderEn = ProviderEn,
        PayerZh = PayerZh,
        PayerEn = PayerEn,
        DocumentsZh = DocumentsZh,
        DocumentsEn = DocumentsEn,
        Excludes = Excludes,
        ServiceItem = ServiceItem,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Levels = Levels,
        Amounts = Amounts,
        Source = Source,
    };
}

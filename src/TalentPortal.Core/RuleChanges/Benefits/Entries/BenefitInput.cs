using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>A benefit as it was typed, with what each level gets of it.</summary>
public sealed record BenefitInput
{
    /// <summary>Most letters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Most letters of a sentence.</summary>
    public const int LongestSentence = 300;

    /// <summary>Before the code of a benefit with which another is not to be had.</summary>
    public const string With = "with:";

    /// <summary>Before the group of benefits of which one is to be had.</summary>
    public const string Group = "group:";

    /// <summary>Its code; null for a new one.</summary>
    public string? Code { get; init; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>In one Chinese sentence.</summary>
    public string? SummaryZh { get; init; }

    /// <summary>In one English sentence.</summary>
    public string? SummaryEn { get; init; }

    /// <summary>What it is.</summary>
    public BenefitKind? Kind { get; init; }

    /// <summary>After how long it begins anew; null for never.</summary>
    public BenefitPeriod? Period { get; init; }

    /// <summary>Codes of the kinds of venues where it is had.</summary>
    public IReadOnlyList<string> VenueKinds { get; init; } = [];

    /// <summary>Who gives it, in Chinese.</summary>
    public string? ProviderZh { get; init; }

    /// <summary>In English.</summary>
    public string? ProviderEn { get; init; }

    /// <summary>Who pays, in Chinese.</summary>
    public string? PayerZh { get; init; }

    /// <summary>In English.</summary>
    public string? PayerEn { get; init; }

    /// <summary>What is brought along, a line each, in Chinese.</summary>
    public string? DocumentsZh { get; init; }

    /// <summary>The same lines in English.</summary>
    public string? DocumentsEn { get; init; }

    /// <summary>What it excludes: <see cref="Group"/> and a group, or <see cref="With"/> and a benefit; empty for nothing.</summary>
    public string? Excludes { get; init; }

    /// <summary>Key of the service that is applied for.</summary>
    public string? ServiceItem { get; init; }

    /// <summary>First day; null: from the version's own.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null: without end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Codes of the levels that get it.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>How much, by code of the level.</summary>
    public IReadOnlyDictionary<string, string?> Amounts { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The document behind it; empty for none.</summary>
    public string? Source { get; init; }
}

using System.Text.Json.Serialization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>Something a card may give, whatever its level.</summary>
public sealed record Benefit
{
    /// <summary>What grants and uses keep.</summary>
    public required string Code { get; init; }

    /// <summary>What people read.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>In one sentence.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>What it is.</summary>
    public required BenefitKind Kind { get; init; }

    /// <summary>After how long it begins anew; null where nothing is counted or paid by time, an allowance then comes once.</summary>
    public BenefitPeriod? Period { get; init; }

    /// <summary>Codes of the kinds of venues where it is had.</summary>
    public IReadOnlyList<string> VenueKinds { get; init; } = [];

    /// <summary>Who gives it.</summary>
    public required LocalizedText Provider { get; init; }

    /// <summary>Who bears the cost.</summary>
    public required LocalizedText Payer { get; init; }

    /// <summary>What is brought along beside the card.</summary>
    public IReadOnlyList<LocalizedText> Documents { get; init; } = [];

    /// <summary>Of the benefits that share a group a holder has one at a time.</summary>
    public string? ExclusionGroup { get; init; }

    /// <summary>Key of the service item that is applied for; it may come with a later build.</summary>
    public string? ServiceItem { get; init; }

    /// <summary>First day; null: from the version's own.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null: without end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>How far it can be trusted, where it is another than the catalogue's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Provenance? Provenance { get; init; }

    /// <summary>The document behind it, where it is another than the catalogue's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>Whether it may be had on a day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);
}

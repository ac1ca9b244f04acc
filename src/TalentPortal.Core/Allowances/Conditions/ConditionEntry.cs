using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Allowances.Conditions;

/// <summary>What the office found about a period of an allowance. Append-only: the last entry of a period counts.</summary>
public sealed record ConditionEntry
{
    /// <summary>Most months of social insurance that an entry holds; the table refuses more, and no policy may ask for more.</summary>
    public const int MostInsuranceMonths = 120;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The allowance.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Whether the holder worked in the district.</summary>
    public required bool Employed { get; init; }

    /// <summary>For how many months of the period social insurance was paid.</summary>
    public required int InsuranceMonths { get; init; }

    /// <summary>From what it is known, for example a list of the social insurance office.</summary>
    public required string Source { get; init; }

    /// <summary>Who entered it.</summary>
    public required Guid ByUserId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    internal static SpineTable<ConditionEntry> Table { get; } =
        new("allowance_conditions", 73, new SpineTableOptions { Loaded = false });
}

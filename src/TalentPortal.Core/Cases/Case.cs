namespace TalentPortal.Core.Cases;

/// <summary>What is locked, numbered and audited.</summary>
public sealed record Case
{
    /// <summary>Key, shared with the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case number, given at submit; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>What it is.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>The district that handles it.</summary>
    public required short DistrictId { get; init; }

    /// <summary>Whether due bookmarks wait, for example while an objection is looked into.</summary>
    public bool Hold { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal static SpineTable<Case> Table { get; } =
        new("cases", 0, new SpineTableOptions { Audited = true, CaseColumn = "id" });
}

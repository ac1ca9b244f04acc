using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Parties;

/// <summary>A dated authority of an account to act for a person or a unit that is not its own.</summary>
public sealed record Mandate
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who may act.</summary>
    public required Guid HolderUserId { get; init; }

    /// <summary>For which person; null when for a unit.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>For which unit; null when for a person.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>On what ground, for example a signed letter.</summary>
    public required string Basis { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>One first met in a case is added with it.</summary>
    internal static SpineTable<Mandate> Table { get; } = new("mandates", 7, new SpineTableOptions { Loaded = false });
}

namespace TalentPortal.Core.Definitions;

/// <summary>One version of a definition as kept, without its text.</summary>
public sealed record DefinitionVersion
{
    /// <summary>Id over all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Which version.</summary>
    public required int Version { get; init; }

    /// <summary>Name for people, as the text says.</summary>
    public required string Name { get; init; }

    /// <summary>How far it has come.</summary>
    public required DefinitionState State { get; init; }

    /// <summary>Whether it came with the program.</summary>
    public required bool IsFromFile { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required string Checksum { get; init; }

    /// <summary>When it came here, UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who brought it; null for the program.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>That person's name.</summary>
    public string? AddedByName { get; init; }

    /// <summary>When it was last checked, UTC.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What the last check found.</summary>
    public IReadOnlyList<DefinitionFinding> Findings { get; init; } = [];

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who published it.</summary>
    public string? PublishedByName { get; init; }

    /// <summary>Why it was published.</summary>
    public string? PublishReason { get; init; }

    /// <summary>When it was retired, UTC.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Who retired it.</summary>
    public string? RetiredByName { get; init; }

    /// <summary>Why it was retired.</summary>
    public string? RetireReason { get; init; }

    /// <summary>How many instances run on it.</summary>
    public required long Running { get; init; }

    /// <summary>Whether cases may run on it.</summary>
    public bool IsLoaded => State is DefinitionState.Published or DefinitionState.Retired;
}

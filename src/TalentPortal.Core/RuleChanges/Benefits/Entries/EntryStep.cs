namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>What an entry of the catalogue read when the change was written, and what it reads then.</summary>
/// <typeparam name="T">What the entry is.</typeparam>
/// <param name="Code">Its code.</param>
/// <param name="Was">Before; null where it is new.</param>
/// <param name="Now">After; null where it is retired.</param>
public sealed record EntryStep<T>(string Code, T? Was, T? Now)
    where T : class
{
    /// <summary>Of a level that is retired: the level that its grounds give from then on; null for none.</summary>
    public string? MovesTo { get; init; }
}

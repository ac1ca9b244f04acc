using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Ratings;

/// <summary>The five levels with their tags, from <c>seed-data/ratings</c>; the best first.</summary>
public sealed class RatingScale
{
    /// <summary>How many levels there are.</summary>
    public const int Size = 5;

    private RatingScale(IReadOnlyList<RatingLevel> levels) => Levels = levels;

    /// <summary>All levels, the best first.</summary>
    public IReadOnlyList<RatingLevel> Levels { get; }

    /// <summary>Reads the folder.</summary>
    /// <exception cref="SeedException">A level is missing, named twice, or the bad ones are not the worst.</exception>
    public static RatingScale Load(string folder)
    {
        List<RatingLevel> levels = [.. SeedFile.ReadFolder<RatingLevel>(folder).SelectMany(document => document.Items)
            .OrderByDescending(level => level.Value)];
        SeedException.ThrowIfAny([.. Problems(levels).Select(problem => new SeedProblem("ratings", "$.items", problem))]);
        return new RatingScale(levels);
    }

    /// <summary>A level; null where there is none of that value.</summary>
    public RatingLevel? Find(int value) => Levels.FirstOrDefault(level => level.Value == value);

    /// <summary>Whether a level is a bad rating.</summary>
    public bool IsBad(int value) => Find(value) is { IsBad: true };

    private static IEnumerable<string> Problems(List<RatingLevel> levels)
    {
        if (!levels.Select(level => level.Value).SequenceEqual(Enumerable.Range(1, Size).Reverse()))
            yield return "There must be one level for each of 1 to 5.";
        if (levels.Zip(levels.Skip(1)).Any(pair => pair.First.IsBad && !pair.Second.IsBad))
            yield return "No level below a bad one may be good.";
        foreach (var level in levels.Where(
            level => level.Tags.DistinctBy(tag => tag.Code, StringComparer.Ordinal).Count() < level.Tags.Count))
            yield return $"Level {level.Value} has a tag twice.";
    }
}

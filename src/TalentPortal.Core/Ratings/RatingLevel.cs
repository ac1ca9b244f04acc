using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Ratings;

/// <summary>A reason to be ticked, offered with one level.</summary>
/// <param name="Code">Kept with the rating.</param>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record RatingTag(string Code, string Zh, string En)
{
    /// <summary>In the reader's language.</summary>
    public LocalizedText Text() => new(Zh, En);
}

/// <summary>One of the five levels.</summary>
public sealed record RatingLevel
{
    /// <summary>5 for the best, 1 for the worst.</summary>
    public required int Value { get; init; }

    /// <summary>Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>English.</summary>
    public required string En { get; init; }

    /// <summary>Whether it demands a reason and is handled.</summary>
    public required bool IsBad { get; init; }

    /// <summary>What may be ticked with it.</summary>
    public required IReadOnlyList<RatingTag> Tags { get; init; }

    /// <summary>How far it can be trusted.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>In the reader's language.</summary>
    public LocalizedText Name() => new(Zh, En);
}

using System.Text.Json.Serialization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>A level that a card may have.</summary>
/// <param name="Code">What cards keep.</param>
/// <param name="Track">Which kind of talent it is made for.</param>
/// <param name="Rank">1 for the best; no two levels share one, so that the best of several bases is known.</param>
/// <param name="Digit">Stands for the level in a card's number.</param>
/// <param name="Name">What people read.</param>
public sealed record CardLevel(string Code, CardTrack Track, int Rank, int Digit, LocalizedText Name)
{
    /// <summary>How far it can be trusted, where it is another than the catalogue's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Provenance? Provenance { get; init; }

    /// <summary>The document behind it, where it is another than the catalogue's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}

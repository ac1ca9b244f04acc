using System.Globalization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>Which level is higher, and what it is called.</summary>
public sealed class RecognitionLevels(CodeTables codes)
{
    /// <summary>The level's own rank; 1 is the lowest.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public int RankOf(string level) => Find(level).Attributes.TryGetValue("rank", out var rank)
        ? int.Parse(rank, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"The level '{level}' has no rank.");

    /// <summary>What people read.</summary>
    public LocalizedText NameOf(string level) => new(Find(level).Zh, Find(level).En);

    /// <summary>Whether a recognition still counts on a day at a higher level: a lower one never takes its place.</summary>
    internal bool IsAbove(HeldRecognition held, string level, DateOnly on) => held.ValidTo >= on && RankOf(held.Level) > RankOf(level);

    private CodeItem Find(string level) => codes["recognition-levels"].Find(level)
        ?? throw new InvalidOperationException($"There is no level '{level}'.");
}

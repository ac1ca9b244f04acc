using System.Text.Json;
using System.Text.Json.Serialization;
using TalentPortal.Core.Catalogue.Scores;

namespace TalentPortal.Core.Recognitions;

/// <summary>
/// What decides about a level, with all that led to it: the score table as the answers fill it, the panel's scores, and what each
/// level needs beside the panel's mean.
/// </summary>
public sealed record RecognitionScore
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The score table applied to the answers, for comparison; its level does not decide.</summary>
    public required ScoreTrace Table { get; init; }

    /// <summary>The panel's scores and their mean.</summary>
    public required PanelScore Panel { get; init; }

    /// <summary>What the talent office corrected, the oldest first; of several for one item the last counts.</summary>
    public IReadOnlyList<ScoreCorrection> Corrections { get; init; } = [];

    /// <summary>How the panel's mean is rounded.</summary>
    public required ScoreRounding Rounding { get; init; }

    /// <summary>What each level needs beside the mean, from the highest down.</summary>
    public required IReadOnlyList<ScoreLevelLine> Levels { get; init; }

    /// <summary>The total that decides: the panel's mean, with the corrected items in place of theirs.</summary>
    public required decimal Total { get; init; }

    /// <summary>The highest level reached; null when none is, or a veto stands.</summary>
    public string? Level => Table.Vetoes.Count > 0 ? null : Levels.FirstOrDefault(line => line.IsReached)?.Level;

    /// <summary>The correction of an item that counts; null where the panel's mean does.</summary>
    public ScoreCorrection? CorrectionOf(string item) => Corrections.LastOrDefault(correction => correction.Item == item);

    /// <summary>The same score with an item corrected.</summary>
    public RecognitionScore With(ScoreCorrection correction)
    {
        var corrected = this with { Corrections = [.. Corrections, correction] };
        var total = corrected.Recompute();
        return corrected with
        {
            Total = total,
            Levels = [.. Levels.Select(line => line with { Missing = Math.Max((line.Least ?? 0) - total, 0) })],
        };
    }

    /// <summary>
    /// The total computed again from the experts' scores and the corrections alone: it equals <see cref="Total"/>, or the trace was
    /// altered.
    /// </summary>
    public decimal Recompute()
    {
        var corrected = Corrections.GroupBy(one => one.Item, StringComparer.Ordinal)
            .ToDictionary(one => one.Key, one => one.Last().Points, StringComparer.Ordinal);
        var counting = Panel.Scores.Where(score => !Panel.Dropped.Contains(score.ExpertId));
        return Rounding.Round(corrected.Values.Sum()
            + counting.Average(score => score.Items.Where(item => !corrected.ContainsKey(item.Key)).Sum(item => item.Value)));
    }

    /// <summary>As kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>As read.</summary>
    public static RecognitionScore FromJson(string json) => JsonSerializer.Deserialize<RecognitionScore>(json, Options)!;
}

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
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The score table applied to the answers, for comparison; its level does not decide.</summary>
    public required ScoreTrace Table { get; init; }

    /// <summary>The panel's scores and their mean.</summary>
    public required PanelScore Panel { get; init; }

    /// <summary>How the panel's mean is rounded.</summary>
    public required ScoreRounding Rounding { get; init; }

    /// <summary>What each level needs beside the mean, from the highest down.</summary>
    public required IReadOnlyList<ScoreLevelLine> Levels { get; init; }

    /// <summary>The total that decides.</summary>
    public decimal Total => Panel.Total;

    /// <summary>The highest level reached; null when none is, or a veto stands.</summary>
    public string? Level => Table.Vetoes.Count > 0 ? null : Levels.FirstOrDefault(line => line.IsReached)?.Level;

    /// <summary>The total computed again from the experts' scores alone: it equals <see cref="Total"/>, or the trace was altered.</summary>
    public decimal Recompute() => Rounding.Round(Panel.Scores.Where(score => !Panel.Dropped.Contains(score.ExpertId)).Average(score => score.Total));

    /// <summary>As kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>As read.</summary>
    public static RecognitionScore FromJson(string json) => JsonSerializer.Deserialize<RecognitionScore>(json, Options)!;
}

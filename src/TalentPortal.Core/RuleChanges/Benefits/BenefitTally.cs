using System.Text.Json;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What a dry run of a catalogue counted: numbers and codes, nobody's name.</summary>
public sealed record BenefitTally
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>How many cards were looked at.</summary>
    public int Cards { get; set; }

    /// <summary>How many holders would get more of something, and less of nothing.</summary>
    public int More { get; set; }

    /// <summary>How many would get less of something, and more of nothing.</summary>
    public int Less { get; set; }

    /// <summary>How many would get more of one thing and less of another.</summary>
    public int Mixed { get; set; }

    /// <summary>How many would get just the same.</summary>
    public int Same => Cards - More - Less - Mixed;

    /// <summary>Holders whose level would change.</summary>
    public List<LevelMove> Levels { get; init; } = [];

    /// <summary>Benefits of which somebody would get more or less.</summary>
    public List<BenefitShift> Benefits { get; init; } = [];

    /// <summary>As read.</summary>
    public static BenefitTally FromJson(string json) => JsonSerializer.Deserialize<BenefitTally>(json, Options)!;

    /// <summary>As kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Counts one card.</summary>
    internal void Add(CardLevel? was, CardLevel? then, IReadOnlyList<BenefitEntitlement> before, IReadOnlyList<BenefitEntitlement> after)
    {
        Cards++;
        if (was?.Code != then?.Code) Move(was?.Code, then?.Code);
        var differences = BenefitDifference.Between(before, after);
        foreach (var one in differences) Shift(one);
        var (gains, loses) = (differences.Any(one => one.IsMore), differences.Any(one => one.IsLess));
        if (gains && loses) Mixed++;
        else if (gains) More++;
        else if (loses) Less++;
    }

    private void Move(string? from, string? to)
    {
        var at = Levels.FindIndex(one => one.From == from && one.To == to);
        if (at < 0) Levels.Add(new LevelMove(from, to, 1));
        else Levels[at] = Levels[at] with { Holders = Levels[at].Holders + 1 };
    }

    private void Shift(BenefitDifference one)
    {
        var at = Benefits.FindIndex(shift => shift.Benefit == one.Benefit.Code);
        var known = at < 0 ? new BenefitShift(one.Benefit.Code, 0, 0) : Benefits[at];
        var shifted = known with { More = known.More + (one.IsMore ? 1 : 0), Less = known.Less + (one.IsLess ? 1 : 0) };
        if (at < 0) Benefits.Add(shifted);
        else Benefits[at] = shifted;
    }
}

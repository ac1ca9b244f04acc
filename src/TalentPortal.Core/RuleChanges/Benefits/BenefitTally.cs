using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What a dry run of a catalogue counted.</summary>
public sealed class BenefitTally
{
    private readonly Dictionary<(string? From, string? To), int> levels = [];
    private readonly Dictionary<string, (int More, int Less)> benefits = new(StringComparer.Ordinal);

    /// <summary>How many cards were looked at.</summary>
    public int Cards { get; private set; }

    /// <summary>How many holders would get more of something, and less of nothing.</summary>
    public int More { get; private set; }

    /// <summary>How many would get less of something, and more of nothing.</summary>
    public int Less { get; private set; }

    /// <summary>How many would get more of one thing and less of another.</summary>
    public int Mixed { get; private set; }

    /// <summary>How many would get just the same.</summary>
    public int Same => Cards - More - Less - Mixed;

    /// <summary>Holders whose level would change, by codes of the level before and after; null for none.</summary>
    public IReadOnlyDictionary<(string? From, string? To), int> Levels => levels;

    /// <summary>How many would get more and less of a benefit, by its code.</summary>
    public IReadOnlyDictionary<string, (int More, int Less)> Benefits => benefits;

    internal void Add(CardLevel? was, CardLevel? then, IReadOnlyList<BenefitEntitlement> before, IReadOnlyList<BenefitEntitlement> after)
    {
        Cards++;
        if (was?.Code != then?.Code) levels[(was?.Code, then?.Code)] = levels.GetValueOrDefault((was?.Code, then?.Code)) + 1;
        var differences = BenefitDifference.Between(before, after);
        foreach (var one in differences)
        {
            var (more, less) = benefits.GetValueOrDefault(one.Benefit.Code);
            benefits[one.Benefit.Code] = (more + (one.IsMore ? 1 : 0), less + (one.IsLess ? 1 : 0));
        }

        var (gains, loses) = (differences.Any(one => one.IsMore), differences.Any(one => one.IsLess));
        if (gains && loses) Mixed++;
        else if (gains) More++;
        else if (loses) Less++;
    }
}

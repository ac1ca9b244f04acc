using System.Globalization;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>One field of the benefit catalogue.</summary>
/// <param name="Path">Where it stands, by codes: <c>grants/scenic/D</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands; empty for nothing.</param>
public sealed record BenefitLeaf(string Path, BenefitLeafKind Kind, string Text)
{
    /// <summary>How a grant without limit is typed.</summary>
    public const string Unlimited = "*";

    /// <summary>How a grant without amount is chosen.</summary>
    public const string Given = "yes";

    private const int LongestName = 60;
    private const int MostTimes = 10_000;
    private const decimal MostYuan = 10_000_000;
    private const decimal MostPercent = 99.99m;
    private const int MostDecimals = 2;

    /// <summary>For an amount: what the benefit is.</summary>
    public BenefitKind? Benefit { get; init; }

    /// <summary>For a level: the codes that there are.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Reads what was typed in its place: the text as it is kept, or why it cannot be.</summary>
    public Result<string> Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return Kind switch
        {
            BenefitLeafKind.Name => text.Length is 0 or > LongestName ? new RuleWordingMissing(LongestName) : text,
            BenefitLeafKind.Day =>
                text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? text : new BenefitDayUnreadable(),
            BenefitLeafKind.Given => text is "" or Given ? text : new RuleValueNotYesOrNo(),
            BenefitLeafKind.Level => text.Length == 0 || Levels.Contains(text, StringComparer.Ordinal) ? text : new BenefitLevelUnknown(),
            _ => Worth(text),
        };
    }

    /// <summary>A number as it is kept and shown.</summary>
    public static string Show(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private Result<string> Worth(string text)
    {
        if (text.Length == 0) return text;
        if (text == Unlimited) return Benefit is BenefitKind.Count ? text : new RuleValueNotNumber();
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number)) return new RuleValueNotNumber();
        return Refuse(number) is { } refusal ? refusal : Show(number);
    }

    private Refusal? Refuse(decimal number) => Benefit switch
    {
        BenefitKind.Count when number < 1 => new RuleValueTooSmall(1),
        BenefitKind.Count when number > MostTimes => new RuleValueTooLarge(MostTimes),
        BenefitKind.Count => number == decimal.Truncate(number) ? null : new RuleValueNotWhole(),
        BenefitKind.Discount when number < 0 => new RuleValueTooSmall(0),
        BenefitKind.Discount when number > MostPercent => new BenefitPercentOutside(),
        BenefitKind.Allowance when number <= 0 => new RuleValueTooSmall(0.01m),
        BenefitKind.Allowance when number > MostYuan => new RuleValueTooLarge(MostYuan),
        _ => decimal.Round(number, MostDecimals) == number ? null : new BenefitDecimals(MostDecimals),
    };
}

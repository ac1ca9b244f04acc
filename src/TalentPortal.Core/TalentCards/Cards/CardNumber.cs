using System.Globalization;
using System.Text.RegularExpressions;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>The number of a card: district (6), level (1), year (4), serial (5), check character of MOD 11-2.</summary>
public sealed partial record CardNumber
{
    private const int Group = 4;

    private CardNumber(string value) => Value = value;

    /// <summary>Seventeen characters, without blanks: what is stored and looked up.</summary>
    public string Value { get; }

    /// <summary>A new number.</summary>
    /// <param name="region">The district's code of six digits.</param>
    /// <param name="levelDigit">Stands for the level.</param>
    /// <param name="year">The local year of issue.</param>
    /// <param name="serial">1 to 99999.</param>
    public static CardNumber Create(string region, int levelDigit, int year, long serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{region}{levelDigit:0}{year:0000}{serial:00000}");
        return Shape().IsMatch(body + "0")
            ? new CardNumber(body + Iso7064.Mod11Radix2(body))
            : throw new ArgumentException($"'{body}' is no body of a card number.", nameof(region));
    }

    /// <summary>Reads a number that a person typed or scanned: blanks, hyphens and a small x are forgiven.</summary>
    public static Result<CardNumber> Parse(string? text)
    {
        var value = InputText.Compact(text);
        if (!Shape().IsMatch(value)) return new CardNumberWrongShape();
        return Iso7064.Mod11Radix2(value.AsSpan(0, value.Length - 1)) == value[^1] ? new CardNumber(value) : new CardNumberWrongCheck();
    }

    /// <summary>In groups of four, as it is printed.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(Group).Select(part => new string(part)));

    [GeneratedRegex("^[0-9]{16}[0-9X]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

using System.Buffers;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>Unified social credit code of organisations, GB 32100-2015.</summary>
public sealed record CreditCode
{
    private const int Length = 18;
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Characters);

    private CreditCode(string value) => Value = value;

    /// <summary>The 18 characters.</summary>
    public string Value { get; }

    /// <summary>Characters 3–8: the region of the registering office (GB/T 2260).</summary>
    public string RegionCode => Value[2..8];

    /// <summary>Characters 9–17: the organisation code of GB 11714.</summary>
    public string OrganisationCode => Value[8..17];

    /// <summary>Checks length, characters and check character.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<CreditCode> Parse(string? text)
    {
        var code = InputText.Compact(text);
        if (code.Length != Length) return new CreditCodeWrongLength(code.Length);
        var wrong = code.AsSpan().IndexOfAnyExcept(Allowed);
        if (wrong >= 0) return new CreditCodeWrongCharacter(wrong + 1);
        if (CheckCharacter(code.AsSpan(0, Length - 1)) != code[^1]) return new CreditCodeWrongCheckCharacter();
        return new CreditCode(code);
    }

    /// <summary>A warning, never a refusal: the inner organisation code does not pass GB 11714.</summary>
    public Refusal? Warn() => Standards.OrganisationCode.IsValid(OrganisationCode) ? null : new OrganisationCodeWrongCheckCharacter();

    /// <summary>The code itself; it is public.</summary>
    public override string ToString() => Value;

    private static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in body)
        {
            sum += Characters.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        // The outer remainder matters: a sum of 0 would else give 31, which is no character.
        return Characters[(31 - (sum % 31)) % 31];
    }
}

using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Reviews.Queries.Search;

/// <summary>Understands what was typed into the one search box.</summary>
public sealed class CaseSearchReader(SecretBox secrets, PortalTimeZone zone)
{
    /// <summary>Fewest last digits of a number: fewer match too much.</summary>
    public const int FewestDigits = 4;

    /// <summary>Most characters that are looked at.</summary>
    public const int MostCharacters = 100;

    // From here on capitals and digits alone can only be meant as a case number.
    private const int LooksLikeNumber = 20;

    /// <summary>Reads it.</summary>
    /// <returns>Null for nothing; a refusal for a number that cannot be one.</returns>
    public Result<CaseSearch?> Read(string? typed)
    {
        var term = (typed ?? "").Trim();
        if (term.Length > MostCharacters) term = term[..MostCharacters];
        if (term.Length == 0) return Result.Of<CaseSearch?>(null);
        if (CitizenNumber.Parse(term, zone.Today) is { Succeeded: true } citizen)
            return Found(CaseSearchKind.CitizenId, "", secrets.IndexOf(SecretKind.CitizenId, citizen.Value.Number));
        if (CreditCode.Parse(term) is { Succeeded: true } code) return Found(CaseSearchKind.CreditCode, code.Value.Value);
        var number = CaseNumber.Parse(term);
        if (number.Succeeded) return Found(CaseSearchKind.Number, number.Value.Value);
        var digits = string.Concat(term.Where(one => one is not ('-' or ' ')));
        if (digits.Length is >= FewestDigits and < LooksLikeNumber && digits.All(char.IsAsciiDigit))
            return Found(CaseSearchKind.NumberTail, digits);
        return term.Length >= LooksLikeNumber && digits.All(one => char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one))
            ? number.Refusal
            : Found(CaseSearchKind.Name, term);
    }

    private static Result<CaseSearch?> Found(CaseSearchKind kind, string text, byte[]? index = null) =>
        Result.Of<CaseSearch?>(new CaseSearch(kind, text, index));
}

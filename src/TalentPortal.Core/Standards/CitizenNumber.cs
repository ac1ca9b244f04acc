using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Standards;

/// <summary>Citizen identification number, GB 11643-1999.</summary>
public static class CitizenNumber
{
    private const int FormerLength = 15;

    /// <summary>Checks an 18-character number, or turns a 15-digit one (before 1999) into 18.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The local date; nobody is born after it.</param>
    public static Result<IdentityNumber> Parse(string? text, DateOnly today)
    {
        var typed = InputText.Compact(text);
        var isFormer = typed.Length == FormerLength && InputText.IsDigits(typed);
        var number = isFormer ? Lengthen(typed) : typed;
        return EighteenCharacters.Check(number, today) switch
        {
            EighteenCharacters.Fault.Length => new CitizenNumberWrongLength(typed.Length),
            EighteenCharacters.Fault.Character => new CitizenNumberWrongCharacter(),
            EighteenCharacters.Fault.Date => new CitizenNumberImpossibleDate(),
            EighteenCharacters.Fault.FutureDate => new CitizenNumberFutureDate(),
            EighteenCharacters.Fault.CheckCharacter => new CitizenNumberWrongCheckDigit(),
            _ => new IdentityNumber
            {
                Kind = IdentityDocumentKind.CitizenCard,
                Number = number,
                FormerNumber = isFormer ? typed : null,
                BirthOn = EighteenCharacters.BirthOn(number),
                SexCode = EighteenCharacters.SexCode(number),
                RegionCode = number[..6],
            },
        };
    }

    /// <summary>
    /// A warning, never a refusal, when the number's first two digits are no province of <paramref name="regions"/>:
    /// counties are renamed and merged, provinces hardly ever.
    /// </summary>
    public static Refusal? WarnAboutRegion(IdentityNumber number, CodeTable regions)
    {
        if (number.RegionCode is not { } region) return null;
        return regions.Find(region[..2] + "0000") is null ? new CitizenNumberUnknownRegion() : null;
    }

    private static string Lengthen(string former)
    {
        var seventeen = string.Concat(former.AsSpan(0, 6), "19", former.AsSpan(6));
        return seventeen + Iso7064.Mod11Radix2(seventeen);
    }
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>
/// Permanent resident card of foreigners: since 2023-12-01 18 characters beginning with 9 (MOD 11-2);
/// before, 3 letters and 12 digits, still valid until the card expires.
/// </summary>
public static class PermanentResidentNumber
{
    private const int FormerLength = 15;

    /// <summary>Checks a number of the new or of the former card.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The local date; nobody is born after it.</param>
    public static Result<IdentityNumber> Parse(string? text, DateOnly today)
    {
        var number = InputText.Compact(text);
        return number.Length == FormerLength ? ParseFormer(number) : ParseCurrent(number, today);
    }

    private static Result<IdentityNumber> ParseFormer(string number)
    {
        var letters = number.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0;
        if (!letters || !InputText.IsDigits(number.AsSpan(3))) return new PermanentResidentFormerCardWrongShape();
        return new IdentityNumber { Kind = IdentityDocumentKind.PermanentResidentCard, Number = number };
    }

    private static Result<IdentityNumber> ParseCurrent(string number, DateOnly today)
    {
        var fault = EighteenCharacters.Check(number, today);
        if (fault is not EighteenCharacters.Fault.None) return PermitFault.ToRefusal(fault, number.Length);
        if (number[0] != '9') return new PermanentResidentCardWrongStart();
        return new IdentityNumber
        {
            Kind = IdentityDocumentKind.PermanentResidentCard,
            Number = number,
            BirthOn = EighteenCharacters.BirthOn(number),
        };
    }
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>Mobile phone number of the mainland: 11 digits that begin with 13 to 19.</summary>
public static class MobilePhone
{
    private const int Length = 11;

    /// <summary>Hands back the 11 digits; a country code +86 is taken off.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<string> Parse(string? text)
    {
        var number = WithoutCountry(InputText.Compact(text));
        if (!InputText.IsDigits(number)) return new MobilePhoneWrongCharacter();
        if (number.Length != Length) return new MobilePhoneWrongLength(number.Length);
        return number[0] == '1' && number[1] >= '3' ? number : new MobilePhoneWrongStart();
    }

    private static string WithoutCountry(string number)
    {
        if (number.StartsWith("+86", StringComparison.Ordinal)) return number[3..];
        if (number.StartsWith("0086", StringComparison.Ordinal)) return number[4..];
        return number.Length == Length + 2 && number.StartsWith("86", StringComparison.Ordinal) ? number[2..] : number;
    }
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>Bank card number (ISO/IEC 7812): 12 to 19 digits, the last by Luhn.</summary>
public static class BankCardNumber
{
    private const int Shortest = 12;
    private const int Longest = 19;

    /// <summary>Hands back the digits without spaces.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<string> Parse(string? text)
    {
        var number = InputText.Compact(text);
        if (number.Length is < Shortest or > Longest || !InputText.IsDigits(number)) return new BankCardWrongLength(Shortest, Longest);
        return PassesLuhn(number) ? number : new BankCardWrongCheckDigit();
    }

    private static bool PassesLuhn(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit < 5 ? digit * 2 : (digit * 2) - 9;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>Passport number of any country: 5 to 20 letters and digits; there is no common check digit.</summary>
public static class PassportNumber
{
    private const int Shortest = 5;
    private const int Longest = 20;

    /// <summary>Checks length and characters.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<IdentityNumber> Parse(string? text)
    {
        var number = InputText.Compact(text);
        if (number.Length is < Shortest or > Longest || !InputText.IsCapitalsOrDigits(number))
        {
            return new PassportNumberWrongShape(Shortest, Longest);
        }

        return new IdentityNumber { Kind = IdentityDocumentKind.Passport, Number = number };
    }
}

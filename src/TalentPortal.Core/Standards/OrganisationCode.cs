namespace TalentPortal.Core.Standards;

/// <summary>Organisation code, GB 11714: eight characters and a check character.</summary>
public static class OrganisationCode
{
    private const int Length = 9;
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether the ninth character fits the eight before it.</summary>
    /// <param name="code">Nine characters, without the hyphen.</param>
    public static bool IsValid(string code)
    {
        if (code.Length != Length || !InputText.IsCapitalsOrDigits(code)) return false;
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10);
        }

        var expected = (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
        return code[^1] == expected;
    }
}

using System.Globalization;

namespace TalentPortal.Core.Standards;

/// <summary>What is shown where the whole would be too much. Unmasking is an act of its own, with a reason.</summary>
public static class Mask
{
    private const char Star = '*';

    /// <summary>Citizen numbers as <c>450***********0014</c>; shorter numbers keep the first and the last two characters.</summary>
    public static string IdentityNumber(string number) => number.Length >= 15 ? Middle(number, 3, 4) : Middle(number, 1, 2);

    /// <summary>Mobile numbers as <c>138****5678</c>.</summary>
    public static string Phone(string number) => Middle(number, 3, 4);

    /// <summary>Accounts and cards keep the last four digits.</summary>
    public static string BankAccount(string number) => Middle(number, 0, 4);

    /// <summary>Names keep the first and, from three characters on, the last character.</summary>
    public static string Name(string name)
    {
        var characters = new StringInfo(name.Trim());
        var length = characters.LengthInTextElements;
        return length switch
        {
            0 => string.Empty,
            1 => Star.ToString(),
            2 => characters.SubstringByTextElements(0, 1) + Star,
            _ => string.Concat(
                characters.SubstringByTextElements(0, 1),
                new string(Star, length - 2),
                characters.SubstringByTextElements(length - 1, 1)),
        };
    }

    /// <summary>Addresses keep the first character and the domain: <c>l***@example.cn</c>.</summary>
    public static string Email(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 ? string.Concat(address.AsSpan(0, 1), "***", address.AsSpan(at)) : new string(Star, address.Length);
    }

    private static string Middle(string text, int head, int tail) => text.Length <= head + tail
        ? new string(Star, text.Length)
        : string.Concat(text.AsSpan(0, head), new string(Star, text.Length - head - tail), text.AsSpan(text.Length - tail));
}

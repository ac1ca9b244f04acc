using System.Globalization;

namespace TalentPortal.Core.Standards;

/// <summary>The layout that GB 11643 shares with the permits: 6 + birth date 8 + sequence 3 + MOD 11-2 character.</summary>
internal static class EighteenCharacters
{
    public const int Length = 18;

    /// <summary>What is wrong first, in the order in which a reader would look.</summary>
    public enum Fault
    {
        None,
        Length,
        Character,
        Date,
        FutureDate,
        CheckCharacter,
    }

    public static Fault Check(string number, DateOnly today)
    {
        if (number.Length != Length) return Fault.Length;
        if (!InputText.IsDigits(number.AsSpan(0, 17)) || (!char.IsAsciiDigit(number[17]) && number[17] != 'X')) return Fault.Character;
        if (BirthOn(number) is not { } birthOn) return Fault.Date;
        if (birthOn > today) return Fault.FutureDate;
        return Iso7064.Mod11Radix2(number.AsSpan(0, 17)) == number[17] ? Fault.None : Fault.CheckCharacter;
    }

    public static DateOnly? BirthOn(string number) =>
        DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    /// <summary>GB/T 2261.1: the 17th digit is odd for men.</summary>
    public static string SexCode(string number) => (number[16] - '0') % 2 == 1 ? "1" : "2";
}

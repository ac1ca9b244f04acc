using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>
/// The number of a certificate or card: prefix (2–4 letters) + year + eight random characters + one check character.
/// The random characters (31^8 possibilities) keep others from guessing numbers; they hold no 0, 1, I, L or O.
/// </summary>
public sealed record CertificateNumber
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int YearLength = 4;
    private const int RandomLength = 8;
    private const int CheckLength = 1;
    private const int ShortestPrefix = 2;
    private const int LongestPrefix = 4;

    private static readonly SearchValues<char> AlphabetCharacters = SearchValues.Create(Alphabet);

    private CertificateNumber(string value) => Value = value;

    /// <summary>The number without hyphens: what is stored and looked up.</summary>
    public string Value { get; }

    /// <summary>A new number.</summary>
    /// <param name="prefix">Two to four capital letters that tell the kind of certificate.</param>
    /// <param name="year">The local year of issue, four digits.</param>
    /// <param name="random">The source of the random characters.</param>
    /// <exception cref="ArgumentException">The prefix or the year does not have that shape.</exception>
    public static CertificateNumber Create(string prefix, int year, RandomNumberGenerator random)
    {
        if (!IsPrefix(prefix)) throw new ArgumentException("A prefix has two to four capital letters.", nameof(prefix));
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var body = string.Concat(prefix, year.ToString(CultureInfo.InvariantCulture), RandomCharacters(random));
        return new CertificateNumber(body + CheckCharacter(body));
    }

    /// <summary>Reads a number that a person typed or scanned: spaces, hyphens and small letters are forgiven.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<CertificateNumber> Parse(string? text)
    {
        var value = InputText.Compact(text);
        var prefixLength = value.Length - YearLength - RandomLength - CheckLength;
        if (prefixLength is < ShortestPrefix or > LongestPrefix || !HasShape(value, prefixLength)) return new CertificateNumberWrongShape();
        return CheckCharacter(value.AsSpan(0, value.Length - CheckLength)) == value[^1]
            ? new CertificateNumber(value)
            : new CertificateNumberWrongCheckCharacter();
    }

    /// <summary>In groups, as it is printed: <c>YSRC2026-7K3M-9QXAC</c>.</summary>
    public override string ToString()
    {
        var head = Value.Length - RandomLength - CheckLength;
        return string.Join('-', Value[..head], Value[head..(head + 4)], Value[(head + 4)..]);
    }

    private static bool HasShape(string value, int prefixLength) =>
        IsPrefix(value.AsSpan(0, prefixLength))
        && InputText.IsDigits(value.AsSpan(prefixLength, YearLength)) && value[prefixLength] != '0'
        && value.AsSpan(prefixLength + YearLength).IndexOfAnyExcept(AlphabetCharacters) < 0;

    private static bool IsPrefix(ReadOnlySpan<char> prefix) =>
        prefix.Length is >= ShortestPrefix and <= LongestPrefix && prefix.IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static string RandomCharacters(RandomNumberGenerator random)
    {
        Span<char> characters = stackalloc char[RandomLength];
        Span<byte> one = stackalloc byte[1];
        for (var i = 0; i < characters.Length;)
        {
            random.GetBytes(one);
            var index = one[0] & 0x1F;
            if (index < Alphabet.Length) characters[i++] = Alphabet[index]; // 31 would favour one character: draw again
        }

        return new string(characters);
    }

    /// <summary>Weights 3^i mod 31, as in GB 32100: one wrong character of a kind, or two swapped ones, are always found.</summary>
    private static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < body.Length; i++)
        {
            var isRandom = i >= body.Length - RandomLength;
            sum += (isRandom ? Alphabet.IndexOf(body[i], StringComparison.Ordinal) : HeadValue(body[i])) * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }

    private static int HeadValue(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
}

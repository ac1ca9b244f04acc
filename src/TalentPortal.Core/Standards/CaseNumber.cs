using System.Globalization;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>
/// The number of a case: district (6 digits) + item (8 letters or digits) + local date (yyyyMMdd) + sequence (8 digits)
/// + two check digits by ISO 7064 MOD 97-10. Gaps in the sequence are allowed, numbers are never used again.
/// </summary>
public sealed record CaseNumber
{
    /// <summary>The highest sequence that a number can carry.</summary>
    public const long LastSequence = 99_999_999;

    private const int DistrictLength = 6;
    private const int ItemLength = 8;
    private const int DateLength = 8;
    private const int SequenceLength = 8;
    private const int CheckLength = 2;
    private const int Length = DistrictLength + ItemLength + DateLength + SequenceLength + CheckLength;
    private const string DateFormat = "yyyyMMdd";

    private CaseNumber(string value) => Value = value;

    /// <summary>The 32 characters without hyphens: what is stored and looked up.</summary>
    public string Value { get; }

    /// <summary>The district, GB/T 2260.</summary>
    public string DistrictCode => Value[..6];

    /// <summary>The code of the service item.</summary>
    public string ItemCode => Value[6..14];

    /// <summary>The local date in the number.</summary>
    public DateOnly NumberedOn => DateOnly.ParseExact(Value.AsSpan(14, DateLength), DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The sequence.</summary>
    public int Sequence => int.Parse(Value.AsSpan(22, SequenceLength), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Makes the number of a new case.</summary>
    /// <param name="districtCode">Six digits, GB/T 2260.</param>
    /// <param name="itemCode">Eight capital letters or digits.</param>
    /// <param name="on">The local date.</param>
    /// <param name="sequence">1 to <see cref="LastSequence"/>.</param>
    /// <exception cref="ArgumentException">A part does not have that shape.</exception>
    public static CaseNumber Create(string districtCode, string itemCode, DateOnly on, long sequence)
    {
        if (districtCode.Length != DistrictLength || !InputText.IsDigits(districtCode))
        {
            throw new ArgumentException($"A district code has {DistrictLength} digits.", nameof(districtCode));
        }

        if (!IsItemCode(itemCode)) throw new ArgumentException($"An item code has {ItemLength} capitals or digits.", nameof(itemCode));
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, LastSequence);
        var body = string.Create(CultureInfo.InvariantCulture, $"{districtCode}{itemCode}{on:yyyyMMdd}{sequence:00000000}");
        return new CaseNumber(body + Iso7064.Mod97Radix10(body));
    }

    /// <summary>Whether a service item may carry this code in its case numbers.</summary>
    public static bool IsItemCode(string code) => code.Length == ItemLength && InputText.IsCapitalsOrDigits(code);

    /// <summary>Reads a number that a person typed or scanned: spaces, hyphens and small letters are forgiven.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<CaseNumber> Parse(string? text)
    {
        var value = InputText.Compact(text);
        if (value.Length != Length) return new CaseNumberWrongLength(value.Length, Length);
        if (!HasShape(value)) return new CaseNumberWrongShape();
        return Iso7064.IsValidMod97Radix10(value) ? new CaseNumber(value) : new CaseNumberWrongCheckDigits();
    }

    /// <summary>In groups, as it is printed: <c>450311-RCRD0001-20260408-00001234-56</c>.</summary>
    public override string ToString() => string.Join('-', Value[..6], Value[6..14], Value[14..22], Value[22..30], Value[30..]);

    private static bool HasShape(string value) =>
        InputText.IsDigits(value.AsSpan(0, 6))
        && InputText.IsCapitalsOrDigits(value)
        && InputText.IsDigits(value.AsSpan(14))
        && DateOnly.TryParseExact(value.AsSpan(14, DateLength), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

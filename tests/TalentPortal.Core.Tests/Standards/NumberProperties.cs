using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using TalentPortal.Core.Standards;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class NumberProperties
{
    private static readonly DateOnly Today = new(2026, 4, 8);

    private static readonly Arbitrary<string> CitizenNumbers = (
        from region in Gen.Choose(110000, 659999)
        from day in Gen.Choose(0, 45_000)
        from sequence in Gen.Choose(0, 999)
        select WithCheck($"{region}{new DateOnly(1900, 1, 1).AddDays(day):yyyyMMdd}{sequence:000}")).ToArbitrary();

    private static readonly Arbitrary<CaseNumber> CaseNumbers = (
        from item in Gen.ArrayOf(Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".ToCharArray()), 8)
        from day in Gen.Choose(0, 9_000)
        from sequence in Gen.Choose(1, 99_999_999)
        select CaseNumber.Create("450311", new string(item), new DateOnly(2020, 1, 1).AddDays(day), sequence)).ToArbitrary();

    [Fact]
    public void CitizenNumber_MadeByTheRule_IsAccepted() => Prop
        .ForAll(CitizenNumbers, number => string.Equals(CitizenNumber.Parse(number, Today).Value.Number, number, StringComparison.Ordinal))
        .QuickCheckThrowOnFailure();

    /// <summary>MOD 11-2 finds every single wrong digit.</summary>
    [Fact]
    public void CitizenNumber_OneDigitChanged_IsRefused() => Prop
        .ForAll(CitizenNumbers, Gen.Choose(0, 16).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (number, position, shift) =>
            !CitizenNumber.Parse(Change(number, position, c => (char)('0' + ((c - '0' + shift) % 10))), Today).Succeeded)
        .QuickCheckThrowOnFailure();

    /// <summary>MOD 97-10 finds every pair of neighbours swapped; of a letter and a digit not all (B1 and 1B both read 111).</summary>
    [Fact]
    public void CaseNumber_NeighboursSwapped_IsRefused() => Prop
        .ForAll(CaseNumbers, Gen.Choose(0, 30).ToArbitrary(), (number, position) =>
        {
            var (one, other) = (number.Value[position], number.Value[position + 1]);
            var isMixed = char.IsAsciiDigit(one) != char.IsAsciiDigit(other);
            return one == other || isMixed || !CaseNumber.Parse(Swap(number.Value, position)).Succeeded;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void CaseNumber_Printed_IsReadBack() => Prop
        .ForAll(CaseNumbers, number => CaseNumber.Parse(number.ToString()).Value == number)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void CertificateNumber_OneRandomCharacterChanged_IsRefused()
    {
        const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        using var random = RandomNumberGenerator.Create();
        Prop.ForAll(Gen.Choose(8, 16).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (position, shift) =>
        {
            var number = CertificateNumber.Create("YSRC", 2026, random).Value;
            var index = Alphabet.IndexOf(number[position], StringComparison.Ordinal);
            var changed = Change(number, position, _ => Alphabet[(index + shift) % Alphabet.Length]);
            return CertificateNumber.Parse(number).Succeeded && !CertificateNumber.Parse(changed).Succeeded;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Whatever is typed, a check answers and does not throw.</summary>
    [Fact]
    public void Parse_AnyText_Answers() => Prop
        .ForAll<string>(text => Enum.GetValues<IdentityDocumentKind>().All(kind => Answers(IdentityNumber.Parse(kind, text, Today)))
            && Answers(CreditCode.Parse(text)) && Answers(BankCardNumber.Parse(text)) && Answers(MobilePhone.Parse(text))
            && Answers(EmailAddress.Parse(text)) && Answers(CaseNumber.Parse(text)) && Answers(CertificateNumber.Parse(text)))
        .QuickCheckThrowOnFailure();

    private static bool Answers<T>(Core.Kernel.Result<T> result) => result.Succeeded || result.Refusal.Key.Length > 0;

    private static string WithCheck(string seventeen) => seventeen + Iso7064.Mod11Radix2(seventeen);

    private static string Change(string text, int position, Func<char, char> change) =>
        string.Concat(text.AsSpan(0, position), change(text[position]).ToString(), text.AsSpan(position + 1));

    private static string Swap(string text, int position) =>
        string.Concat(text.AsSpan(0, position), $"{text[position + 1]}{text[position]}", text.AsSpan(position + 2));
}

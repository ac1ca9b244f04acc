using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Codes;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class IdentityNumberTests
{
    private static readonly DateOnly Today = new(2026, 4, 8);

    [Theory]
    [InlineData("11010519491231002X", 1949, 12, 31, "2")]
    [InlineData("440524188001010014", 1880, 1, 1, "1")]
    public void Parse_KnownCitizenNumber_TellsBirthSexAndRegion(string text, int year, int month, int day, string sexCode)
    {
        var number = CitizenNumber.Parse(text, Today).Value;

        Assert.Equal(text, number.Number);
        Assert.Equal(new DateOnly(year, month, day), number.BirthOn);
        Assert.Equal(sexCode, number.SexCode);
        Assert.Equal(text[..6], number.RegionCode);
        Assert.Null(number.FormerNumber);
    }

    [Theory]
    [InlineData(" 110105 19491231 002x ")]
    [InlineData("110105-19491231-002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    public void Parse_UntidyTyping_IsForgiven(string text) =>
        Assert.Equal("11010519491231002X", CitizenNumber.Parse(text, Today).Value.Number);

    [Fact]
    public void Parse_FifteenDigits_BecomesEighteenAndKeepsBoth()
    {
        var number = CitizenNumber.Parse("110105491231002", Today).Value;

        Assert.Equal("11010519491231002X", number.Number);
        Assert.Equal("110105491231002", number.FormerNumber);
    }

    public static TheoryData<string?, Refusal> Faults => new()
    {
        { null, new CitizenNumberWrongLength(0) },
        { "1101051949123100", new CitizenNumberWrongLength(16) },
        { "11010519491231A02X", new CitizenNumberWrongCharacter() },
        { "11010519491231002Y", new CitizenNumberWrongCharacter() },
        { "110105194902300021", new CitizenNumberImpossibleDate() },
        { "110105203001010010", new CitizenNumberFutureDate() },
        { "110105194912310021", new CitizenNumberWrongCheckDigit() },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_WrongCitizenNumber_SaysWhatIsWrong(string? text, Refusal expected) =>
        Assert.Equal(expected, CitizenNumber.Parse(text, Today).Refusal);

    [Fact]
    public void ToString_Number_IsMasked() =>
        Assert.Equal("440***********0014", CitizenNumber.Parse("440524188001010014", Today).Value.ToString());

    [Theory]
    [InlineData("110105", true)]
    [InlineData("990105", false)]
    public void WarnAboutRegion_ByProvince(string region, bool known)
    {
        var seventeen = region + "19491231002";
        var number = CitizenNumber.Parse(seventeen + Iso7064.Mod11Radix2(seventeen), Today).Value;
        var regions = CodeTable.From(SeedFile.Parse<CodeItem>("regions.json", """
            { "version": "1", "source": "s", "provenance": "public-data", "items": [{ "code": "110000", "zh": "b", "en": "b" }] }
            """));

        Assert.Equal(known ? null : new CitizenNumberUnknownRegion(), CitizenNumber.WarnAboutRegion(number, regions));
    }

    [Fact]
    public void Parse_ResidencePermit_AsksForItsRegions()
    {
        var taiwan = WithCheck("83000019900101001");

        Assert.Equal("1", IdentityNumber.Parse(IdentityDocumentKind.HongKongMacaoTaiwanPermit, taiwan, Today).Value.SexCode);
        Assert.Equal(new ResidencePermitWrongRegion(), ResidencePermitNumber.Parse("11010519491231002X", Today).Refusal);
        Assert.Equal(new PermitNumberWrongLength(4), ResidencePermitNumber.Parse("8300", Today).Refusal);
    }

    [Fact]
    public void Parse_PermanentResident_KnowsBothCards()
    {
        var current = WithCheck("91108401990010112");

        Assert.Equal(new DateOnly(1990, 1, 1), PermanentResidentNumber.Parse(WithCheck("91184019900101002"), Today).Value.BirthOn);
        Assert.Equal(new PermitNumberImpossibleDate(), PermanentResidentNumber.Parse(current, Today).Refusal);
        Assert.Equal("CAN110097010101", PermanentResidentNumber.Parse("can 110097010101", Today).Value.Number);
        Assert.Equal(new PermanentResidentFormerCardWrongShape(), PermanentResidentNumber.Parse("CA1110097010101", Today).Refusal);
        Assert.Equal(new PermanentResidentCardWrongStart(), PermanentResidentNumber.Parse("11010519491231002X", Today).Refusal);
    }

    [Theory]
    [InlineData("E12345678", true)]
    [InlineData("e 1234", true)]
    [InlineData("E123", false)]
    [InlineData("E1234567890123456789X", false)]
    [InlineData("E12_45678", false)]
    public void Parse_Passport_ByShape(string text, bool valid) =>
        Assert.Equal(valid, IdentityNumber.Parse(IdentityDocumentKind.Passport, text, Today).Succeeded);

    private static string WithCheck(string seventeen) => seventeen + Iso7064.Mod11Radix2(seventeen);
}

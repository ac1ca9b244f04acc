using System.Security.Cryptography;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class PortalNumberTests
{
    private static readonly DateOnly On = new(2026, 4, 8);

    [Fact]
    public void Create_CaseNumber_HasItsPartsAndGroups()
    {
        var number = CaseNumber.Create("450311", "RCRD0001", On, 1234);

        Assert.StartsWith("450311-RCRD0001-20260408-00001234-", number.ToString(), StringComparison.Ordinal);
        Assert.Equal(32, number.Value.Length);
        Assert.Equal("450311", number.DistrictCode);
        Assert.Equal("RCRD0001", number.ItemCode);
        Assert.Equal(On, number.NumberedOn);
        Assert.Equal(1234, number.Sequence);
    }

    [Fact]
    public void Parse_TypedCaseNumber_IsForgiven()
    {
        var number = CaseNumber.Create("450311", "RCRD0001", On, 99_999_999);

        Assert.Equal(number, CaseNumber.Parse(number.ToString()).Value);
        Assert.Equal(number, CaseNumber.Parse(" " + number.ToString().ToLowerInvariant().Replace('-', ' ') + "\t").Value);
    }

    [Fact]
    public void Parse_WrongCaseNumber_SaysWhatIsWrong()
    {
        var value = CaseNumber.Create("450311", "RCRD0001", On, 7).Value;
        var body = "450311RCRD00012026133000000007";

        Assert.Equal(new CaseNumberWrongLength(31, 32), CaseNumber.Parse(value[1..]).Refusal);
        Assert.Equal(new CaseNumberWrongCheckDigits(), CaseNumber.Parse("450312" + value[6..]).Refusal);
        Assert.Equal(new CaseNumberWrongShape(), CaseNumber.Parse(body + Iso7064.Mod97Radix10(body)).Refusal);
        Assert.Equal(new CaseNumberWrongShape(), CaseNumber.Parse("A" + value[1..]).Refusal);
    }

    [Theory]
    [InlineData("45031", "RCRD0001", 1)]
    [InlineData("45031A", "RCRD0001", 1)]
    [InlineData("450311", "RCRD001", 1)]
    [InlineData("450311", "rcrd0001", 1)]
    [InlineData("450311", "RCRD0001", 0)]
    [InlineData("450311", "RCRD0001", 100_000_000)]
    public void Create_WrongParts_Throws(string district, string item, long sequence) =>
        Assert.ThrowsAny<ArgumentException>(() => CaseNumber.Create(district, item, On, sequence));

    [Fact]
    public void Mod97Radix10_PublishedExample_Fits()
    {
        Assert.Equal("44", Iso7064.Mod97Radix10("794"));
        Assert.True(Iso7064.IsValidMod97Radix10("3214282912345698765432161182"));
    }

    [Fact]
    public void Create_CertificateNumber_CanBeReadBack()
    {
        using var random = RandomNumberGenerator.Create();
        var number = CertificateNumber.Create("YSRC", 2026, random);

        Assert.Matches("^YSRC2026-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{5}$", number.ToString());
        Assert.Equal(number, CertificateNumber.Parse(number.ToString().ToLowerInvariant()).Value);
        Assert.NotEqual(number, CertificateNumber.Create("YSRC", 2026, random));
    }

    [Theory]
    [InlineData("Y")]
    [InlineData("YSRCX")]
    [InlineData("ys")]
    public void Create_CertificateWrongPrefix_Throws(string prefix)
    {
        using var random = RandomNumberGenerator.Create();

        Assert.Throws<ArgumentException>(() => CertificateNumber.Create(prefix, 2026, random));
    }

    [Theory]
    [InlineData("")]
    [InlineData("YSRC2026")]
    [InlineData("YSRC20267K3M9QXO2")]
    [InlineData("YSRC02067K3M9QXA2")]
    public void Parse_NoCertificateNumber_IsRefused(string text) =>
        Assert.Equal<Refusal>(new CertificateNumberWrongShape(), CertificateNumber.Parse(text).Refusal);
}

using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("914403001922038216")]
    [InlineData("9144030071526726XG")]
    [InlineData("91330100799655058B")]
    public void Parse_KnownCreditCode_PassesBothStandards(string text)
    {
        var code = CreditCode.Parse(text).Value;

        Assert.Equal(text, code.Value);
        Assert.Equal(text[2..8], code.RegionCode);
        Assert.True(OrganisationCode.IsValid(code.OrganisationCode));
        Assert.Null(code.Warn());
    }

    /// <summary>The example printed in the standard has a character that the standard itself excludes.</summary>
    [Fact]
    public void Parse_ExampleOfTheStandard_IsWrongAndThreeIsRight()
    {
        Assert.Equal(new CreditCodeWrongCharacter(18), CreditCode.Parse("91350100M000100Y4Z").Refusal);
        Assert.True(CreditCode.Parse("91350100M000100Y43").Succeeded);
    }

    /// <summary>A weighted sum that 31 divides: without the outer remainder there would be no check character.</summary>
    [Fact]
    public void Parse_SumDivisibleBy31_HasCheckCharacterZero()
    {
        var codes = Enumerable.Range(0, 31).Select(i => "0000000000000000" + "0123456789ABCDEFGHJKLMNPQRTUWXY"[i]);

        Assert.Single(codes, body => CreditCode.Parse(body + "0").Succeeded);
        Assert.True(CreditCode.Parse(new string('0', 18)).Succeeded);
    }

    public static TheoryData<string, Refusal> Faults => new()
    {
        { "", new CreditCodeWrongLength(0) },
        { "91440300192203821", new CreditCodeWrongLength(17) },
        { "9144030O1922038216", new CreditCodeWrongCharacter(8) },
        { "914403001922038217", new CreditCodeWrongCheckCharacter() },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_WrongCreditCode_SaysWhatIsWrong(string text, Refusal expected) =>
        Assert.Equal(expected, CreditCode.Parse(text).Refusal);

    [Fact]
    public void Warn_InnerCodeWrong_WarnsOnly()
    {
        var code = "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(check => CreditCode.Parse("91440300192203822" + check))
            .Single(result => result.Succeeded).Value;

        Assert.Equal(new OrganisationCodeWrongCheckCharacter(), code.Warn());
    }

    [Theory]
    [InlineData("19220382X", false)]
    [InlineData("192203821", true)]
    [InlineData("71526726X", true)]
    [InlineData("7152672", false)]
    public void IsValid_OrganisationCode(string code, bool valid) => Assert.Equal(valid, OrganisationCode.IsValid(code));
}

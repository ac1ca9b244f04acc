using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class ContactNumberTests
{
    [Theory]
    [InlineData("13812345678")]
    [InlineData("+86 138-1234-5678")]
    [InlineData("0086 13812345678")]
    [InlineData("8613812345678")]
    public void Parse_Mobile_GivesElevenDigits(string text) => Assert.Equal("13812345678", MobilePhone.Parse(text).Value);

    public static TheoryData<string?, Refusal> WrongMobiles => new()
    {
        { null, new MobilePhoneWrongCharacter() },
        { "1381234567a", new MobilePhoneWrongCharacter() },
        { "1381234567", new MobilePhoneWrongLength(10) },
        { "12812345678", new MobilePhoneWrongStart() },
        { "23812345678", new MobilePhoneWrongStart() },
    };

    [Theory]
    [MemberData(nameof(WrongMobiles))]
    public void Parse_WrongMobile_SaysWhatIsWrong(string? text, Refusal expected) =>
        Assert.Equal(expected, MobilePhone.Parse(text).Refusal);

    [Theory]
    [InlineData(" li.ming@Example.CN ", "li.ming@example.cn")]
    [InlineData("a+b@sub.example.com", "a+b@sub.example.com")]
    public void Parse_Email_GivesPlainForm(string text, string expected) => Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("li@example")]
    [InlineData("li@@example.cn")]
    [InlineData("@example.cn")]
    [InlineData("li..ming@example.cn")]
    [InlineData(".li@example.cn")]
    [InlineData("li ming@example.cn")]
    [InlineData("li@exa mple.cn")]
    [InlineData("li@-example.cn")]
    [InlineData("li@example.c")]
    [InlineData("li@192.168.0.1")]
    [InlineData("li@example.cn\r\nBcc: x@y.cn")]
    public void Parse_WrongEmail_IsRefused(string text) => Assert.Equal(new EmailWrongShape(), EmailAddress.Parse(text).Refusal);

    [Fact]
    public void Parse_EmailWithoutAt_SaysSo() => Assert.Equal(new EmailWithoutAt(), EmailAddress.Parse("example.cn").Refusal);

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("79927398713 9", false)]
    [InlineData("6222020200112230120", false)]
    [InlineData("5555555555554444")]
    public void Parse_BankCard_ByLuhn(string text, bool valid = true)
    {
        var result = BankCardNumber.Parse(text);

        Assert.Equal(valid, result.Succeeded);
        if (!valid) Assert.Equal(new BankCardWrongCheckDigit(), result.Refusal);
    }

    [Theory]
    [InlineData("41111111111")]
    [InlineData("4111-1111-1111-111A")]
    [InlineData("")]
    public void Parse_NoBankCard_SaysHowManyDigits(string text) =>
        Assert.Equal(new BankCardWrongLength(12, 19), BankCardNumber.Parse(text).Refusal);
}

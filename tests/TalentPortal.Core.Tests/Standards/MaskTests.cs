using TalentPortal.Core.Standards;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class MaskTests
{
    [Theory]
    [InlineData("450311199001010014", "450***********0014")]
    [InlineData("E12345678", "E******78")]
    [InlineData("AB", "**")]
    public void IdentityNumber_KeepsTheEnds(string number, string expected) => Assert.Equal(expected, Mask.IdentityNumber(number));

    [Theory]
    [InlineData("\u5F20\u5927\u4E09", "\u5F20*\u4E09")]
    [InlineData("\u5F20\u4E09", "\u5F20*")]
    [InlineData("\u6B27\u9633\u5927\u4E09", "\u6B27**\u4E09")]
    [InlineData("\U00020BB7\u91CE\u5BB6", "\U00020BB7*\u5BB6")]
    [InlineData("X", "*")]
    [InlineData("", "")]
    public void Name_KeepsFirstAndLast(string name, string expected) => Assert.Equal(expected, Mask.Name(name));

    [Fact]
    public void Phone_KeepsThreeAndFour() => Assert.Equal("138****5678", Mask.Phone("13812345678"));

    [Fact]
    public void BankAccount_KeepsLastFour() => Assert.Equal("************1111", Mask.BankAccount("4111111111111111"));

    [Theory]
    [InlineData("li@example.cn", "l***@example.cn")]
    [InlineData("none", "****")]
    public void Email_KeepsFirstAndDomain(string address, string expected) => Assert.Equal(expected, Mask.Email(address));
}

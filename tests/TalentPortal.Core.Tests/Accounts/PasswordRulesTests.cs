using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private readonly PasswordRules rules = new(SecurityRules.Read(SeedFolder.Default), SeedFolder.Default);

    [Theory]
    [InlineData("")]
    [InlineData("Aa1!Aa1!x")]
    public void Check_TooShort_Refuses(string password) =>
        Assert.Equal(new PasswordTooShort(10), rules.Check("li@example.org", password));

    [Theory]
    [InlineData("qwertyuiop")]
    [InlineData("PASSWORD123")]
    [InlineData("woaini5201314")]
    [InlineData("ababababababab")]
    public void Check_TriedFirstEverywhere_Refuses(string password) =>
        Assert.IsType<PasswordTooCommon>(rules.Check("li@example.org", password));

    [Fact]
    public void Check_TooLong_Refuses() =>
        Assert.IsType<PasswordTooLong>(rules.Check("li@example.org", new string('x', 64) + new string('y', 65)));

    [Fact]
    public void Check_NamesTheAccount_Refuses() =>
        Assert.IsType<PasswordNamesAccount>(rules.Check("xiaolan@example.org", "I am XiaoLan 26"));

    [Theory]
    [InlineData("雁山的枇杷今年很甜啊")]
    [InlineData("only small letters")]
    [InlineData("Demo-2026!")]
    public void Check_LongEnoughWithoutCharacterClasses_IsAccepted(string password) =>
        Assert.Null(rules.Check("li@example.org", password));
}

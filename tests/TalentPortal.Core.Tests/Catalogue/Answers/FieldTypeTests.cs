using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Answers;

/// <summary>Each field type with what it takes and what it refuses; the numbers are the standards' own examples.</summary>
public sealed class FieldTypeTests
{
    [Fact]
    public void Validate_RightForm_HasNoError() => Assert.Empty(Posts.Validate(Posts.BaseAnswers()).Errors);

    [Theory]
    [InlineData("manager.citizenId", "440524188001010014")]
    [InlineData("manager.citizenId", "11010519491231002x")]
    [InlineData("manager.citizenId", "１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("manager.citizenId", "110105 491231 002")]
    [InlineData("creditCode", "9144030071526726xg")]
    [InlineData("creditCode", "91330100 7996 5505 8B")]
    [InlineData("manager.phone", "+86 138-1234-5678")]
    [InlineData("account", "4111 1111 1111 1111")]
    [InlineData("area", "１２.5")]
    [InlineData("area", "1")]
    [InlineData("area", "1,000")]
    [InlineData("rent", "0")]
    [InlineData("foundedOn", "2020/5/6")]
    [InlineData("foundedOn", "2026-04-08")]
    [InlineData("owned", "on")]
    [InlineData("village", "450311201203")]
    [InlineData("site", "http://example.cn/shop?id=3")]
    [InlineData("name", "12345678901234567890")]
    public void Validate_RightValue_IsTaken(string path, string value) =>
        Assert.Empty(Posts.Validate(Posts.BaseAnswers((path, value))).Errors);

    [Theory]
    [InlineData("manager.citizenId", "110105194912310021", "CitizenNumberWrongCheckDigit")]
    [InlineData("manager.citizenId", "12345", "CitizenNumberWrongLength")]
    [InlineData("manager.citizenId", "---", "CitizenNumberWrongLength")]
    [InlineData("creditCode", "91350100M000100Y4Z", "CreditCodeWrongCharacter")]
    [InlineData("creditCode", "914403001922038217", "CreditCodeWrongCheckCharacter")]
    [InlineData("manager.phone", "0773123456", "MobilePhoneWrongLength")]
    [InlineData("manager.phone", "12812345678", "MobilePhoneWrongStart")]
    [InlineData("manager.email", "qin.example.cn", "EmailWithoutAt")]
    [InlineData("account", "4111 1111 1111 1112", "BankCardWrongCheckDigit")]
    [InlineData("area", "many", "AnswerNotANumber")]
    [InlineData("area", "38.55", "TooManyDecimals")]
    [InlineData("area", "0.5", "NumberTooSmall")]
    [InlineData("area", "1000.5", "NumberTooGreat")]
    [InlineData("area", "1e3", "AnswerNotANumber")]
    [InlineData("area", "9999999999999999999999999999999999", "AnswerNotANumber")]
    [InlineData("rent", "12.345", "TooManyDecimals")]
    [InlineData("rent", "-1", "NumberTooSmall")]
    [InlineData("foundedOn", "2026-02-30", "AnswerNotADate")]
    [InlineData("foundedOn", "soon", "AnswerNotADate")]
    [InlineData("foundedOn", "1989-12-31", "DateTooEarly")]
    [InlineData("foundedOn", "2026-04-09", "DateTooLate")]
    [InlineData("owned", "perhaps", "AnswerNotYesOrNo")]
    [InlineData("kind", "stone", "ChoiceNotOffered")]
    [InlineData("subKind", "plant", "ChoiceNotUnderParent")]
    [InlineData("languages", "fr", "ChoiceNotOffered")]
    [InlineData("town", "450311999", "RegionNotKnown")]
    [InlineData("town", "450311100201", "RegionNotKnown")]
    [InlineData("village", "450311100", "RegionNotKnown")]
    [InlineData("site", "example.cn", "AnswerOfOtherPattern")]
    [InlineData("name", "123456789012345678901", "AnswerTooLong")]
    [InlineData("name", null, "AnswerMissing")]
    [InlineData("name", " \t\u0007 ", "AnswerMissing")]
    [InlineData("manager.name", null, "AnswerMissing")]
    [InlineData("trainers[0].level", "9", "ChoiceNotOffered")]
    [InlineData("trainers[3].level", null, "AnswerNotChosen")]
    public void Validate_WrongValue_IsRefusedAtItsField(string path, string? value, string expected)
    {
        var error = Assert.Single(Posts.Validate(Posts.BaseAnswers((path, value))).Errors);

        Assert.Equal(path.Replace("trainers[3]", "trainers[1]", StringComparison.Ordinal), error.Path);
        Assert.Equal(expected, error.Refusal.Key);
    }

    [Fact]
    public void Bind_Values_AreNormalised()
    {
        var answers = Posts.BaseAnswers();

        Assert.Equal(new AnswerValue.Text("11010519491231002X"), answers.Find("manager.citizenId"));
        Assert.Equal(new AnswerValue.Text("13812345678"), answers.Find("manager.phone"));
        Assert.Equal(new AnswerValue.Text("qin@example.cn"), answers.Find("manager.email"));
        Assert.Equal(new AnswerValue.Text("6222021234567890128"), answers.Find("account"));
        Assert.Equal(new AnswerValue.Number(12000.50m), answers.Find("rent"));
        Assert.Equal(new AnswerValue.Text("Late oranges.\nSince 2020."), answers.Find("about"));
        Assert.Equal(new AnswerValue.Codes(["zh", "za"]), answers.Find("languages"));
        Assert.Equal(new AnswerValue.Date(new DateOnly(2020, 5, 6)), answers.Find("foundedOn"));
        Assert.Equal(new AnswerValue.YesNo(false), answers.Find("owned"));
        Assert.Equal(new AnswerValue.Text("Pan"), answers.Find("trainers[1].name"));
    }

    [Fact]
    public void Bind_FormerCitizenNumber_BecomesTheNewOne() => Assert.Equal(
        new AnswerValue.Text("11010519491231002X"), Posts.BaseAnswers(("manager.citizenId", "110105491231002")).Find("manager.citizenId"));
}

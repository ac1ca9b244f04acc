using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Answers;

public sealed class AnswerProtectionTests
{
    [Fact]
    public void Split_SensitiveAnswers_LeaveOnlyMasks()
    {
        var split = AnswerProtection.Split(SeedItems.Everything, Posts.BaseAnswers());
        var json = split.Public.ToJson();

        Assert.Equal(
            [
                new Secret("account", SecretKind.BankAccount, "6222021234567890128"),
                new Secret("manager.citizenId", SecretKind.CitizenId, "11010519491231002X"),
                new Secret("manager.phone", SecretKind.Phone, "13812345678"),
                new Secret("income", SecretKind.Other, "250000"),
                new Secret("trainers[0].phone", SecretKind.Phone, "13912345678"),
            ],
            split.Secrets);
        Assert.All(split.Secrets, secret => Assert.DoesNotContain(secret.Plain, json, StringComparison.Ordinal));
        Assert.Equal(new AnswerValue.Masked("110***********002X"), split.Public.Find("manager.citizenId"));
        Assert.Equal(new AnswerValue.Masked("138****5678"), split.Public.Find("manager.phone"));
        Assert.Equal(new AnswerValue.Masked("***"), split.Public.Find("income"));
    }

    [Fact]
    public void Merge_AfterStorage_GivesTheAnswersBack()
    {
        var answers = Posts.BaseAnswers();
        var split = AnswerProtection.Split(SeedItems.Everything, answers);
        var stored = FormAnswers.FromStorage(SeedItems.Everything.Form.Fields, split.Public.ToJson());

        Assert.Equal(split.Public, stored);
        Assert.Equal(answers, AnswerProtection.Merge(SeedItems.Everything, stored, split.Secrets));
    }

    [Fact]
    public void Merge_LostSecret_StaysMasked()
    {
        var split = AnswerProtection.Split(SeedItems.Everything, Posts.BaseAnswers());

        var merged = AnswerProtection.Merge(SeedItems.Everything, split.Public, split.Secrets.Skip(1));

        Assert.IsType<AnswerValue.Masked>(merged.Find("account"));
        Assert.Equal(new AnswerValue.Text("13812345678"), merged.Find("manager.phone"));
        Assert.Empty(AnswerProtection.Split(SeedItems.Everything, split.Public).Secrets);
    }

    [Fact]
    public void ToString_Secret_DoesNotTellIt() =>
        Assert.DoesNotContain("13812345678", new Secret("manager.phone", SecretKind.Phone, "13812345678").ToString(), StringComparison.Ordinal);

    [Fact]
    public void SensitiveFields_Item_NamePathAndKind() => Assert.Equal(
        [
            ("account", SecretKind.BankAccount),
            ("manager.citizenId", SecretKind.CitizenId),
            ("manager.phone", SecretKind.Phone),
            ("income", SecretKind.Other),
            ("trainers[].phone", SecretKind.Phone),
        ],
        SeedItems.Everything.SensitiveFields.Select(f => (f.Path, f.Kind)));
}

using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Rules;

public sealed class EligibilityCheckerTests
{
    [Fact]
    public void PreCheck_TooFewYears_TellsActualAgainstNeeded()
    {
        var result = PreCheck(("startedOn", "2023-12-01"), ("birthOn", "1990-01-01"), ("noMisconduct", "true"));

        Assert.Equal(Truth.No, result.Eligibility.Outcome);
        var failed = Assert.Single(result.Eligibility.Failed);
        Assert.Equal("ruralYears", failed.Code);
        Assert.Equal("Not yet eligible: 3 years of rural work are needed, you have 2 years and 4 months.", failed.Sentence.En);
        Assert.Contains("2 年 4 个月", failed.Sentence.Zh, StringComparison.Ordinal);
        Assert.Equal([new RuleFact("yearsSince(startedOn)", Comparison.Ge, "2", "3", Truth.No)], failed.Facts);
        Assert.Equal(["startedOn"], failed.Paths);
    }

    [Fact]
    public void PreCheck_AllThreeQuestionsRight_LeavesOnlyWhatWasNotAsked()
    {
        var result = PreCheck(("startedOn", "2020-01-01"), ("birthOn", "1990-01-01"), ("noMisconduct", "true"));

        Assert.Empty(result.Errors);
        Assert.Equal(Truth.Unknown, result.Eligibility.Outcome);
        Assert.Equal(
            ["stillServing", "notDiscredited"],
            result.Eligibility.Findings.Where(f => f.Outcome is Truth.Unknown).Select(f => f.Code));
    }

    [Theory]
    [InlineData("1965-04-09", Truth.Yes)]
    [InlineData("1965-04-08", Truth.No)]
    [InlineData("2008-04-08", Truth.Yes)]
    [InlineData("2008-04-09", Truth.No)]
    public void PreCheck_Age_TurnsOnTheBirthday(string birthOn, Truth expected)
    {
        // The upper limit is "not above 60": whoever has turned 61 is out.
        var findings = PreCheck(("birthOn", birthOn)).Eligibility.Findings;
        var ages = findings.Where(f => f.Code is "maxAge" or "minAge").Select(f => f.Outcome).ToList();

        Assert.Equal(expected, ages.Contains(Truth.No) ? Truth.No : Truth.Yes);
    }

    [Fact]
    public void PreCheck_UnusableAnswer_IsAnErrorAndCountsAsUnknown()
    {
        var result = PreCheck(("startedOn", "yesterday"), ("birthOn", "2030-01-01"));

        Assert.Equal(
            [("startedOn", "AnswerNotADate"), ("birthOn", "DateTooLate")], result.Errors.Select(e => (e.Path, e.Refusal.Key)));
        Assert.Equal(Truth.Unknown, result.Eligibility.Outcome);
    }

    [Fact]
    public void Check_FullForm_TakesTheAgeFromTheCitizenNumber()
    {
        var answers = Posts.Answers(SeedItems.Recognition, Applicants.FamilyFarm());
        var result = Check(SeedItems.Recognition, answers);

        Assert.Equal(Truth.Yes, result.Outcome);
        Assert.Contains("you are 36", result.Findings.Single(f => f.Code is "maxAge").Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MaskedNumber_IsUnknownAndNeverARefusal()
    {
        var answers = Posts.Answers(SeedItems.Recognition, Applicants.FamilyFarm());
        var masked = AnswerProtection.Split(SeedItems.Recognition, answers).Public;

        var result = Check(SeedItems.Recognition, masked);

        Assert.Equal(Truth.Unknown, result.Findings.Single(f => f.Code is "maxAge").Outcome);
        Assert.Empty(result.Failed);
    }

    [Fact]
    public void Check_ChoiceInASentence_IsShownByItsLabel()
    {
        var answers = Posts.BaseAnswers(("area", "1"));
        var finding = Check(SeedItems.Everything, answers).Findings.Single();

        Assert.Equal("A base (Plants) needs 2 mu, yours has 1.", finding.Sentence.En);
    }

    private static EligibilityResult Check(ServiceItem item, FormAnswers answers)
    {
        var context = SeedItems.Context(item);
        return EligibilityChecker.Check(context, RuleInputs.Of(context, answers, FormAnswers.Empty, Posts.NoFiles));
    }

    private static PreCheckResult PreCheck(params (string Key, string Value)[] answers)
    {
        var binding = AnswerBinder.FromPost(
            SeedItems.Recognition.PreCheck.Select(q => q.Field), answers.Select(a => KeyValuePair.Create(a.Key, new Microsoft.Extensions.Primitives.StringValues(a.Value))));
        return EligibilityChecker.PreCheck(SeedItems.Context(SeedItems.Recognition), binding.Answers);
    }
}

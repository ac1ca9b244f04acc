using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Answers;

public sealed class AnswerValidatorTests
{
    [Fact]
    public void Validate_HiddenField_IsNeitherRequiredNorKept()
    {
        var craft = Posts.Validate(Posts.BaseAnswers(("kind", "craft"), ("subKind", "fruit")));

        Assert.Empty(craft.Errors);
        Assert.Null(craft.Shown.Find("subKind"));
        Assert.NotNull(Posts.Validate(Posts.BaseAnswers()).Shown.Find("subKind"));
    }

    [Fact]
    public void Validate_HiddenFieldOfABlock_IsNeitherRequiredNorKept()
    {
        var outsider = Posts.Validate(Posts.BaseAnswers(("manager.partyMember", "false")));

        Assert.Empty(outsider.Errors);
        Assert.Null(outsider.Shown.Find("manager.branch"));
        Assert.Equal("manager.branch", Assert.Single(Posts.Validate(Posts.BaseAnswers(("manager.branch", null))).Errors).Path);
    }

    [Fact]
    public void Validate_HiddenSection_TakesItsRowsAway()
    {
        var small = Posts.Validate(Posts.BaseAnswers(("area", "5")));

        Assert.Empty(small.Errors);
        Assert.Null(small.Shown.Find("trainers"));
    }

    [Fact]
    public void Validate_FieldOfARow_IsShownByItsOwnRow()
    {
        var shown = Posts.Validate(Posts.BaseAnswers(("trainers[3].school", "Somewhere"), ("trainers[3].hours", "99"))).Shown;

        Assert.NotNull(shown.Find("trainers[0].school"));
        Assert.Null(shown.Find("trainers[1].school"));
        Assert.NotNull(shown.Find("trainers[1].hours"));
    }

    [Fact]
    public void Validate_RequiredWhen_LooksAtTheCodeTableOfTheRow()
    {
        // A technician (rank 4) must name the hours, a junior worker need not.
        Assert.Equal("trainers[0].hours", Assert.Single(Posts.Validate(Posts.BaseAnswers(("trainers[0].hours", null))).Errors).Path);
        Assert.Empty(Posts.Validate(Posts.BaseAnswers(("trainers[0].hours", null), ("trainers[0].level", "5"))).Errors);
    }

    [Fact]
    public void Validate_RequiredWhen_FollowsAnotherField()
    {
        Assert.Equal("rent", Assert.Single(Posts.Validate(Posts.BaseAnswers(("rent", null))).Errors).Path);
        Assert.Empty(Posts.Validate(Posts.BaseAnswers(("rent", null), ("owned", "true"))).Errors);
    }

    [Fact]
    public void Validate_Draft_ChecksWhatIsFilledOnly()
    {
        var answers = Posts.Answers(SeedItems.Everything, [new("area", "many"), new("manager.phone", "13812345678")]);

        Assert.Equal(["area"], Posts.Validate(answers, ValidationMode.Draft).Errors.Select(e => e.Path));
        Assert.Contains(Posts.Validate(answers).Errors, e => string.Equals(e.Path, "manager.name", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_Section_ChecksThatSectionOnly()
    {
        var context = SeedItems.Context(SeedItems.Everything);
        var section = SeedItems.Everything.Form.FindSection("organisation");

        var errors = AnswerValidator.Validate(context, FormAnswers.Empty, Posts.NoFiles, ValidationMode.Section, section).Errors;

        Assert.Equal(["name", "creditCode", "manager"], errors.Select(e => e.Path));
    }

    [Fact]
    public void Validate_SeveralErrors_ComeInPageOrder()
    {
        var errors = Posts.Validate(Posts.BaseAnswers(("trainers[0].name", null), ("area", "x"), ("name", null), ("owned", null))).Errors;

        // The trainers' page is hidden while the area cannot be read; without an answer on ownership no lease is asked for.
        Assert.Equal(["name", "area", "owned"], errors.Select(e => e.Path));
    }

    [Fact]
    public void Validate_Materials_AreCountedAtTheirFieldOrBelow()
    {
        var context = SeedItems.Context(SeedItems.Everything);
        var files = new Dictionary<string, int>(StringComparer.Ordinal) { ["contract"] = 3 };

        var errors = AnswerValidator.Validate(context, Posts.BaseAnswers(), files, ValidationMode.Submit).Errors;

        Assert.Equal([("contract", "TooManyFiles"), ("materials.plan", "MaterialMissing")], errors.Select(e => (e.Path, e.Refusal.Key)));
        Assert.Empty(AnswerValidator.Validate(context, Posts.BaseAnswers(), files, ValidationMode.Draft).Errors.Skip(1));
    }

    [Fact]
    public void Validate_MaterialRequiredWhen_FollowsTheAnswers()
    {
        var context = SeedItems.Context(SeedItems.Everything);
        var plan = new Dictionary<string, int>(StringComparer.Ordinal) { ["plan"] = 1 };

        Assert.Empty(AnswerValidator.Validate(context, Posts.BaseAnswers(("owned", "true")), plan, ValidationMode.Submit).Errors);
        var error = Assert.Single(AnswerValidator.Validate(context, Posts.BaseAnswers(), plan, ValidationMode.Submit).Errors);
        Assert.Equal(("contract", "MaterialMissing"), (error.Path, error.Refusal.Key));
    }

    [Fact]
    public void Validate_AnswersThatDoNotFit_AreRefusedWithTheItemsOwnWords()
    {
        var error = Assert.Single(Posts.Validate(Posts.BaseAnswers(("trainers[0].hours", "2000"), ("trainers[3].hours", "1001"))).Errors);

        Assert.Equal(("trainers", "AnswersDoNotFit"), (error.Path, error.Refusal.Key));
        Assert.Equal(SeedItems.Everything.Checks[0].Message, error.Refusal.Arguments[0]);
    }

    [Fact]
    public void Validate_NoRows_AsksForTheFewest()
    {
        var posted = Posts.Base();
        foreach (var key in posted.Keys.Where(k => k.StartsWith("trainers", StringComparison.Ordinal)).ToList()) posted.Remove(key);

        var error = Assert.Single(Posts.Validate(Posts.Answers(SeedItems.Everything, posted)).Errors);

        Assert.Equal(("trainers", "TooFewRows"), (error.Path, error.Refusal.Key));
    }
}

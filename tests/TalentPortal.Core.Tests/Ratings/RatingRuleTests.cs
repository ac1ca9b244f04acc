using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Standards.Parameters;
using Xunit;

namespace TalentPortal.Core.Tests.Ratings;

/// <summary>What a rating lets be done with it, without a database.</summary>
public sealed class RatingRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly Guid Somebody = Guid.NewGuid();
    private static readonly RatingScale Scale = RatingScale.Load(SeedFolder.Default.PathOf("seed-data/ratings"));
    private static readonly ParameterTable Parameters = ParameterTable.Load(SeedFolder.Default.PathOf("seed-data/parameters"));

    private static readonly RatingTerms Terms = new(Parameters,
        WorkingCalendar.Load(SeedFolder.Default.PathOf("seed-data/calendars"), "guangxi"));

    private static Rating Asked => new()
    {
        CaseId = Guid.NewGuid(),
        RatedCaseId = Guid.NewGuid(),
        ServiceItemCode = "RC320001",
        OrganisationId = Guid.NewGuid(),
        AskedOn = Today,
        AnswerUntil = Terms.AnswerUntil(Today),
    };

    [Fact]
    public void Scale_HasFiveLevelsOfWhichTheTwoWorstAreBad() =>
        Assert.Equal([(5, false), (4, false), (3, false), (2, true), (1, true)], Scale.Levels.Select(level => (level.Value, level.IsBad)));

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    public void Give_AGoodLevelWithoutWords_IsOver(int level)
    {
        var given = Asked.Give(new RatingAnswer(level, [Scale.Find(level)!.Tags[0].Code], null), Scale, Terms, Somebody, Today).Value;
        Assert.Equal((RatingStatus.Given, Today, (DateOnly?)null), (given.Status, given.ClosedOn, given.ContactDueOn));
        Assert.IsType<RatingAlreadyGiven>(given.Give(new RatingAnswer(1, [], "Changed my mind"), Scale, Terms, Somebody, Today).Refusal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void Give_ABadLevel_DemandsAReasonAndIsToBeContacted(int level)
    {
        Assert.IsType<RatingReasonMissing>(Give(level, " \n ").Refusal);
        var bad = Give(level, "Too slow.").Value;
        Assert.Equal((RatingStatus.ToContact, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 23)), (bad.Status, bad.ContactDueOn, bad.RectifyDueOn));
    }

    [Fact]
    public void Give_WhatCannotStand_IsRefused()
    {
        Assert.IsType<RatingLevelUnknown>(Give(0, "").Refusal);
        Assert.IsType<RatingLevelUnknown>(Give(6, "").Refusal);
        Assert.IsType<RatingTagUnknown>(Asked.Give(new RatingAnswer(5, ["slow"], null), Scale, Terms, Somebody, Today).Refusal);
        Assert.IsType<RatingTagUnknown>(Asked.Give(new RatingAnswer(1, ["slow", "slow"], "Slow"), Scale, Terms, Somebody, Today).Refusal);
        Assert.IsType<RatingCommentTooLong>(Give(5, new string('x', RatingAnswer.LongestComment + 1)).Refusal);
        Assert.IsType<RatingTooLate>(Asked.Give(new RatingAnswer(5, [], null), Scale, Terms, Somebody, Asked.AnswerUntil.AddDays(1)).Refusal);
        Assert.True(Asked.Give(new RatingAnswer(5, [], null), Scale, Terms, Somebody, Asked.AnswerUntil).Succeeded);
    }

    [Fact]
    public void Rectify_BeforeTheContact_IsRefused() => Assert.IsType<RaterNotContacted>(Give(1, "Slow.").Value.Rectify(Today, Terms).Refusal);

    [Fact]
    public void Life_OfABadRating_EndsWithTheSecondWordWhateverItIs()
    {
        var rectified = Give(1, "Slow.").Value.Contact(Today).Value.Rectify(Today, Terms).Value;
        Assert.Equal((RatingStatus.ToFollowUp, new DateOnly(2026, 11, 16)), (rectified.Status, rectified.FollowUpUntil));
        Assert.IsType<RatingNotOpen>(rectified.Take(Somebody).Refusal);
        Assert.IsType<RatingReasonMissing>(rectified.FollowUp(new RatingAnswer(1, [], ""), Scale, Today).Refusal);
        Assert.IsType<RatingTooLate>(rectified.FollowUp(new RatingAnswer(5, [], ""), Scale, rectified.FollowUpUntil!.Value.AddDays(1)).Refusal);
        var closed = rectified.FollowUp(new RatingAnswer(2, [], "Still slow."), Scale, Today).Value;
        Assert.Equal((RatingStatus.Closed, 2, 1), (closed.Status, closed.FollowUpLevel, closed.Level));
        Assert.IsType<RatingAlreadyGiven>(closed.FollowUp(new RatingAnswer(5, [], ""), Scale, Today).Refusal);
    }

    [Fact]
    public void Lapse_OnlyAfterTheLastDay_Closes()
    {
        var rectified = Give(1, "Slow.").Value.Contact(Today).Value.Rectify(Today, Terms).Value;
        Assert.Equal(RatingStatus.ToFollowUp, rectified.Lapse(rectified.FollowUpUntil!.Value).Status);
        Assert.Equal(RatingStatus.Closed, rectified.Lapse(rectified.FollowUpUntil.Value.AddDays(1)).Status);
    }

    [Fact]
    public void Appeal_OnceAndInTime_UpheldTakesItOutAndEndsIt()
    {
        var bad = Give(1, "Slow.").Value;
        var appealed = bad.Appeal("Never was here", "The visitors' book", Somebody, Today, Terms).Value;
        Assert.IsType<RatingAppealedAlready>(appealed.Appeal("Again", "Again", Somebody, Today, Terms).Refusal);
        var upheld = appealed.DecideAppeal(upheld: true, "So it is", Somebody, Today).Value;
        Assert.Equal((true, RatingStatus.Closed, Today, 1), (upheld.Excluded, upheld.Status, upheld.ClosedOn, upheld.Level));
        Assert.IsType<RatingAppealNotOpen>(upheld.DecideAppeal(upheld: false, "No", Somebody, Today).Refusal);
        var rejected = appealed.DecideAppeal(upheld: false, "It is not", Somebody, Today).Value;
        Assert.Equal((false, RatingStatus.ToContact), (rejected.Excluded, rejected.Status));
    }

    [Fact]
    public void Appeal_AgainstAGoodOneOrTooLate_IsRefused()
    {
        Assert.IsType<RatingNotOpen>(Give(5, "").Value.Appeal("a", "b", Somebody, Today, Terms).Refusal);
        var closed = Give(1, "Slow.").Value.Contact(Today).Value.Rectify(Today, Terms).Value.FollowUp(new RatingAnswer(5, [], ""), Scale, Today).Value;
        Assert.IsType<RatingAppealTooLate>(closed.Appeal("a", "b", Somebody, Terms.AppealUntil(Today).AddDays(1), Terms).Refusal);
        Assert.True(closed.Appeal("a", "b", Somebody, Terms.AppealUntil(Today), Terms).Succeeded);
    }

    private static Result<Rating> Give(int level, string comment) => Asked.Give(new RatingAnswer(level, [], comment), Scale, Terms, Somebody, Today);
}

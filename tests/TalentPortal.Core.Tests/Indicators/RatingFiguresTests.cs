using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Indicators.Ratings;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Indicators;

/// <summary>Figures of ratings: whole quarters, groups large enough, without what an upheld appeal took out.</summary>
public sealed class RatingFiguresTests
{
    [Fact]
    public void Quarter_OfADay_HasItsBounds()
    {
        var quarter = Quarter.Of(new DateOnly(2026, 2, 28));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), "2026Q1"), (quarter.From, quarter.To, quarter.ToString()));
        Assert.Equal("2025Q4", quarter.Before.ToString());
        Assert.Equal(quarter, Quarter.Parse("2026q1"));
        Assert.Null(Quarter.Parse("2026Q5"));
        Assert.Null(Quarter.Parse("next"));
    }

    [Fact]
    public async Task Figures_OfAQuarter_AreToldOnceItIsOverAndLargeEnough()
    {
        await using var own = new PortalFactory();
        await own.InitializeAsync();
        var (rated, helpers) = (new RatedCases(own), new TestPeople(own.Services));
        var (officer, colleague) = (await helpers.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town), await helpers.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town));
        var (office, scale) = (await helpers.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"), own.Services.GetRequiredService<RatingScale>());
        foreach (var level in new[] { 5, 5, 3, 4 }) DeskCase.Done(await rated.GiveAsync(await rated.AskAsync(officer: officer), level));
        await rated.AskAsync(officer: officer);
        var malicious = await rated.BadAsync(officer: officer);
        DeskCase.Done(await rated.ActAsync((handling, _) => handling.TakeAsync(colleague, malicious.Id, rated.Begin("RatingTaking", colleague), default)));
        DeskCase.Done(await rated.ActAsync((_, appeals) => appeals.AppealAsync(colleague, malicious.Id, "a", "b", rated.Begin("RatingAppealing", colleague), default)));
        DeskCase.Done(await rated.ActAsync((_, appeals) => appeals.DecideAsync(office, malicious.Id, true, "c", rated.Begin("RatingAppealDeciding", office), default)));
        var figures = own.Services.GetRequiredService<RatingFigures>();
        Assert.Empty((await figures.CountAsync(quarter: null, units: null, default)).Rows);
        var now = Quarter.Of(DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime));
        own.Clock.Advance(TimeSpan.FromDays(92));
        // Four ratings that count: one too few.
        var few = await figures.CountAsync(now, units: null, default);
        Assert.Equal((0, 1), (few.Rows.Count, few.HeldBack));
        await own.Database.ScalarAsync("update ratings set status = 'Given', level = 4, rated_by = $2, rated_on = asked_on, closed_on = asked_on where status = 'Asked' and organisation_id = $1",
            malicious.Officer.Appointments[0].OrganisationId, malicious.Talent.UserId);
        var row = Assert.Single((await figures.CountAsync(now, RatingReach.UnitsOf(officer), default)).Rows);
        Assert.Equal((6, 5, 0, 1, 2, 2), (row.Asked, row.Given, row.Levels[2], row.Levels[3], row.Levels[4], row.Levels[5]));
        Assert.Equal((1m, Math.Round(5m / 6m, 4), (decimal?)null), (row.Satisfied(scale), Math.Round(row.Answered!.Value, 4), row.InTime));
        Assert.Empty((await figures.CountAsync(now, RatingReach.UnitsOf(office), default)).Rows);
    }
}

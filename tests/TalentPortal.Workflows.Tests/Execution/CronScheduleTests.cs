using System.Globalization;
using TalentPortal.Workflows.Activities.Waits.Schedules;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 0 9 * * *", "2026-03-02 09:00:00", "2026-03-03 09:00:00")]
    [InlineData("*/15 * * * * *", "2026-03-02 08:59:50", "2026-03-02 09:00:00")]
    [InlineData("5/20 * * * * *", "2026-03-02 08:59:46", "2026-03-02 09:00:05")]
    [InlineData("0 30 9 ? * MON-FRI", "2026-03-06 10:00:00", "2026-03-09 09:30:00")]
    [InlineData("0 0 0 ? * fri-mon", "2026-03-02 00:00:00", "2026-03-06 00:00:00")]
    [InlineData("0 0 22-2/2 * * *", "2026-03-02 22:30:00", "2026-03-03 00:00:00")]
    [InlineData("0 0 3 L * *", "2028-02-01 00:00:00", "2028-02-29 03:00:00")]
    [InlineData("0 0 3 L-2 * *", "2026-02-01 00:00:00", "2026-02-26 03:00:00")]
    [InlineData("0 0 0 15W * *", "2026-02-01 00:00:00", "2026-02-16 00:00:00")]
    [InlineData("0 0 0 1W * *", "2026-08-01 00:00:00", "2026-08-03 00:00:00")]
    [InlineData("0 0 0 LW * *", "2026-05-01 00:00:00", "2026-05-29 00:00:00")]
    [InlineData("0 0 0 ? * 5L", "2026-03-01 00:00:00", "2026-03-27 00:00:00")]
    [InlineData("0 0 0 ? * MON#2", "2026-03-03 00:00:00", "2026-03-09 00:00:00")]
    [InlineData("0 0 0 13 * FRI", "2026-03-14 00:00:00", "2026-11-13 00:00:00")]
    [InlineData("0 0 0 29 FEB ?", "2026-03-02 00:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 * * 7", "2026-03-02 00:00:00", "2026-03-08 00:00:00")]
    [InlineData("0 0 0 1,15 1-6 *", "2026-06-15 00:00:00", "2027-01-01 00:00:00")]
    public void NextAfter_AMoment_IsTheFirstThatFits(string expression, string from, string expected) =>
        Assert.Equal(Utc(expected), CronSchedule.Parse(expression).NextAfter(Utc(from)));

    [Fact]
    public void NextAfter_ADayThatIsInNoMonth_IsNever() => Assert.Null(CronSchedule.Parse("0 0 0 30 2 *").NextAfter(Utc("2026-03-02 00:00:00")));

    [Fact]
    public void NextAfter_AFractionOfASecondOrAnotherOffset_CountsInWholeSecondsOfUtc() => Assert.Equal(
        Utc("2026-03-02 09:00:00"),
        CronSchedule.Parse("0 0 9 * * *").NextAfter(new DateTimeOffset(2026, 3, 2, 16, 59, 59, 900, TimeSpan.FromHours(8))));

    [Theory]
    [InlineData("")]
    [InlineData("0 9 * * *")]
    [InlineData("0 0 9 * * * 2026")]
    [InlineData("60 0 9 * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("0 0 0 0 * *")]
    [InlineData("0 0 0 32W * *")]
    [InlineData("0 0 0 L5 * *")]
    [InlineData("0 0 0 * 13 *")]
    [InlineData("0 0 0 * * 8")]
    [InlineData("0 0 0 * * MON#6")]
    [InlineData("0 0 0 * * #")]
    [InlineData("0 0 0 * * monday")]
    [InlineData("0 */0 9 * * *")]
    [InlineData("0 1/2/3 9 * * *")]
    [InlineData("0 1-2-3 9 * * *")]
    [InlineData("0 1, 9 * * *")]
    [InlineData("0 -1 9 * * *")]
    public void Parse_WhatIsNoExpression_IsRefused(string expression) => Assert.Throws<FormatException>(() => CronSchedule.Parse(expression));

    /// <summary>Held against the plain meaning: nothing between two moments fits, and each moment does.</summary>
    [Fact]
    public void NextAfter_RandomExpressions_LeavesNothingOut()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 300; round++)
        {
            var (minutes, hours, days) = (Some(random, 0, 59), Some(random, 0, 23), Some(random, 0, 6));
            var schedule = CronSchedule.Parse($"0 {Text(minutes)} {Text(hours)} ? * {Text(days)}");
            var moment = Utc("2026-01-01 00:00:00").AddMinutes(random.Next(500_000));
            var next = schedule.NextAfter(moment)!.Value;
            var expected = moment.AddMinutes(1);
            while (!(minutes.Contains(expected.Minute) && hours.Contains(expected.Hour) && days.Contains((int)expected.DayOfWeek)))
                expected = expected.AddMinutes(1);
            Assert.Equal(expected, next);
        }
    }

    [Fact]
    public void Parse_RandomText_IsReadOrRefusedButNeverBreaks()
    {
        const string Signs = "0123456789*/-,?LW# MONJAN";
        var random = new Random(20261121);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(24)).Select(_ => Signs[random.Next(Signs.Length)])]);
            try
            {
                var next = CronSchedule.Parse(text).NextAfter(DateTimeOffset.UnixEpoch);
                Assert.True(next is null || next > DateTimeOffset.UnixEpoch);
            }
            catch (FormatException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    private static int[] Some(Random random, int least, int most) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(least, most + 1)).Distinct()];

    private static string Text(int[] numbers) => string.Join(',', numbers);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

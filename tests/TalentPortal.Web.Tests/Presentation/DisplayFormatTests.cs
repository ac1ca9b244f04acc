using Microsoft.AspNetCore.Http;
using TalentPortal.Core.Applications;
using TalentPortal.Web.Presentation.Texts;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

public sealed class DisplayFormatTests
{
    private static readonly DateOnly Day = new(2026, 4, 8);

    [Fact]
    public void Date_Chinese_LeavesOutThisYearOnly()
    {
        Rendering.ReadIn("zh-CN");

        Assert.Equal("4 \u6708 8 \u65e5", Rendering.Display.Date(Day));
        Assert.Equal("2025 \u5e74 4 \u6708 8 \u65e5", Rendering.Display.Date(Day.AddYears(-1)));
    }

    [Fact]
    public void Date_English_IsDayMonthYear()
    {
        Rendering.ReadIn("en");

        Assert.Equal("8 April 2026", Rendering.Display.Date(Day));
        Assert.Equal("8 April 2026 – 9 April 2026", Rendering.Display.Range(Day, Day.AddDays(1)));
        Assert.Equal("04-08", Rendering.Display.ShortDate(Day));
    }

    [Fact]
    public void DateTime_LateUtcEvening_IsTheNextLocalDay()
    {
        Rendering.ReadIn("en");

        Assert.Equal("9 April 2026 01:30", Rendering.Display.DateTime(new DateTimeOffset(2026, 4, 8, 17, 30, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(1800, "1\u2009800")]
    [InlineData(38.5, "38.5")]
    [InlineData(1234567, "1\u2009234\u2009567")]
    [InlineData(-0.256, "-0.26")]
    public void Number_Any_HasThinGroups(double value, string written) =>
        Assert.Equal(written, Rendering.Display.Number((decimal)value));

    [Theory]
    [InlineData(900, "900 B")]
    [InlineData(2048, "2 KB")]
    [InlineData(1_258_291, "1.2 MB")]
    public void Size_Any_TakesTheFittingUnit(long bytes, string written) => Assert.Equal(written, Rendering.Display.Size(bytes));

    [Fact]
    public void Pick_NoEnglish_FallsBackToChinese()
    {
        Rendering.ReadIn("en");

        Assert.Equal("en", Rendering.Display.Pick("zh", "en"));
        Assert.Equal("zh", Rendering.Display.Pick("zh", " "));
    }

    [Fact]
    public void Text_WithArguments_WritesThemAsTheReaderDoes()
    {
        Rendering.ReadIn("en");

        Assert.Equal("1 day left", Rendering.Texts["Shared.Due.Left", 1]);
        Assert.Equal("1\u2009800 days left", Rendering.Texts["Shared.Due.Left", 1800]);
        Assert.Equal("Applications are taken from 8 April 2026.", Rendering.Texts["Refusal.ServiceItemNotYetOpen", Day]);
        Assert.Equal("a, b: Draft", Rendering.Texts["Shared.Errors.Of", new[] { "a", "b" }, ApplicationStatus.Draft]);
    }

    [Theory]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("fr,en-GB;q=0.9,zh;q=0.1", "en")]
    [InlineData("de,fr", null)]
    [InlineData("", null)]
    public async Task AcceptLanguage_AnyChinese_IsChinese(string header, string? expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;

        var result = await new AcceptLanguageProvider().DetermineProviderCultureResult(context);

        Assert.Equal(expected, result?.Cultures.Single().Value);
    }
}

using TalentPortal.Core.Applications;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Web.Presentation.Components;
using TalentPortal.Web.Presentation.Views;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

public sealed class ComponentTests
{
    [Theory]
    [InlineData(DueLight.Green, 4, null, "green", "Shared.Due.Left")]
    [InlineData(DueLight.Yellow, 0, null, "yellow", "Shared.Due.Today")]
    [InlineData(DueLight.Red, -2, null, "red", "Shared.Due.Late")]
    [InlineData(DueLight.Grey, 0, "x", "grey", "Shared.Due.StoppedFor")]
    [InlineData(DueLight.Blue, 3, null, "blue", "Shared.Due.Early")]
    public async Task DueLight_EachLight_SaysItInWordsToo(DueLight light, int days, string? reason, string name, string key)
    {
        var html = await Rendering.RenderAsync(new DueLightTagHelper(Rendering.Texts) { Due = new DueView(light, days, reason) });

        var words = Rendering.Texts[key, reason is null ? Math.Abs(days) : reason].Value;
        Assert.Equal($"<span class=\"tp-light\" data-light=\"{name}\">{words}</span>", html);
    }

    [Fact]
    public async Task StatusTag_OfState_TakesWordsAndLookFromTheState()
    {
        var tag = new StatusTagTagHelper(Rendering.Texts) { State = ApplicationStatus.Supplementing };

        var html = await Rendering.RenderAsync(tag, cssClass: "ms-2");

        Assert.Contains("data-kind=\"fix\"", html, StringComparison.Ordinal);
        Assert.Contains("class=\"ms-2 tp-tag\"", html, StringComparison.Ordinal);
        Assert.Contains(Rendering.Texts["Enum.ApplicationStatus.Supplementing"].Value, html, StringComparison.Ordinal);
        Assert.Contains("<i aria-hidden=\"true\" class=\"ti ti-alert-circle\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepBar_WithCurrent_MarksItAndSaysTheSentenceForPhones()
    {
        StepView[] steps = [new("A", StepState.Done), new("B", StepState.Current, "Bb"), new("C", StepState.Todo)];

        var html = await Rendering.RenderAsync(new StepBarTagHelper(Rendering.Texts) { Steps = steps });

        Assert.Contains("<li class=\"done\">", html, StringComparison.Ordinal);
        Assert.Contains("<li aria-current=\"step\"><span>B</span></li>", html, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"tp-steps-now\">{Rendering.Texts["Shared.Steps.Now", 2, 3, "Bb"]}</p>", html, StringComparison.Ordinal);
        Assert.Contains(Rendering.Texts["Shared.Steps.Label", 2, 3].Value, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseClock_Stopped_ShowsNumbersReasonLatestDayAndPastStops()
    {
        var clock = new ClockView(12, 30, new DueView(DueLight.Grey))
        {
            StoppedBecause = "because",
            LatestOn = new DateOnly(2026, 5, 18),
            IsProvisional = true,
            PastStops = [new(new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 18), "gap")],
            DaysHref = "/days",
        };

        var html = await Rendering.RenderAsync(new CaseClockTagHelper(Rendering.Texts, Rendering.Display) { Clock = clock });

        Assert.Contains("max=\"30\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"12\"", html, StringComparison.Ordinal);
        Assert.Contains("data-kind=\"pause\"", html, StringComparison.Ordinal);
        Assert.Contains("because", html, StringComparison.Ordinal);
        Assert.Contains(Rendering.Display.Date(new DateOnly(2026, 5, 18)), html, StringComparison.Ordinal);
        Assert.Contains(Rendering.Texts["Shared.Clock.Provisional"].Value, html, StringComparison.Ordinal);
        Assert.Contains("gap", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/days\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseClock_LateCase_NeverOverfillsTheBar()
    {
        var clock = new ClockView(35, 30, new DueView(DueLight.Red, -5));

        var html = await Rendering.RenderAsync(new CaseClockTagHelper(Rendering.Texts, Rendering.Display) { Clock = clock });

        Assert.Contains("max=\"30\" value=\"30\"", html, StringComparison.Ordinal);
        Assert.Contains("35", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeLine_WithInstant_WritesLocalTimeForPeopleAndMachines()
    {
        var html = await Rendering.RenderAsync(new TimeLineTagHelper(Rendering.Display) { Points = [new("Done") { At = Rendering.Now }] });

        Assert.Contains("datetime=\"2026-04-02T10:42:00&#x2B;08:00\"", html, StringComparison.Ordinal);
        Assert.Contains(Rendering.Display.DateTime(Rendering.Now), html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MaskKind.IdNumber, "450311199001010014", "450***********0014")]
    [InlineData(MaskKind.Phone, "13812345678", "138****5678")]
    [InlineData(MaskKind.BankAccount, "6222021234567890", "************7890")]
    public async Task Masked_FullValue_NeverStandsInThePage(MaskKind kind, string value, string shown)
    {
        var html = await Rendering.RenderAsync(
            new MaskedTagHelper(Rendering.Texts) { Value = value, Kind = kind, RevealHref = "/reveal", Label = "ID" });

        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.DoesNotContain(value, html, StringComparison.Ordinal);
        Assert.Contains("form=\"tp-post\"", html, StringComparison.Ordinal);
        Assert.Contains("formaction=\"/reveal\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kpi_WithoutLink_ShowsNoFigure()
    {
        Assert.Empty(await Rendering.RenderAsync(new KpiTagHelper { Label = "Open", Figure = "128" }));
    }

    [Fact]
    public async Task SaveState_Always_CarriesEveryWordOfTheScript()
    {
        var html = await Rendering.RenderAsync(new SaveStateTagHelper(Rendering.Texts, Rendering.Display) { SavedAt = Rendering.Now });

        Assert.Contains("role=\"status\"", html, StringComparison.Ordinal);
        Assert.Contains("10:42", html, StringComparison.Ordinal);
        string[] words = ["saved", "saving", "failed", "conflict", "found", "restore", "discard"];
        Assert.All(words, word => Assert.Contains($"data-{word}=\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task BulkBar_Always_KeepsItsButtonsAndSaysWhatItLeavesOut()
    {
        var html = await Rendering.RenderAsync(new BulkBarTagHelper(Rendering.Texts) { LeftOut = "one" }, content: "buttons");

        Assert.Contains("buttons", html, StringComparison.Ordinal);
        Assert.Contains("one", html, StringComparison.Ordinal);
        Assert.Contains("data-bulk-clear", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inbox", "<kbd>J</kbd>")]
    [InlineData("review", "<kbd>4</kbd>")]
    public async Task KbdHints_OfPage_ShowItsKeysAndAWayToTurnThemOff(string page, string key)
    {
        var html = await Rendering.RenderAsync(new KbdHintsTagHelper(Rendering.Texts) { Page = page });

        Assert.Contains(key, html, StringComparison.Ordinal);
        Assert.Contains("data-keys-switch", html, StringComparison.Ordinal);
    }

    [Fact]
    public void StatusLook_EveryApplicationStatus_HasAKindTheStyleSheetKnows()
    {
        Assert.All(Enum.GetValues<ApplicationStatus>(), status => Assert.Contains(StatusLook.KindOf(status)!, StatusLook.All));
        Assert.All(Enum.GetValues<RecognitionStatus>(), status => Assert.Contains(StatusLook.KindOf(status)!, StatusLook.All));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>From a new account to a certificate that anybody can check, through the pages alone.</summary>
/// <param name="portal">Where.</param>
/// <param name="chromium">With which browser.</param>
/// <param name="width">Of everybody's screen.</param>
/// <param name="height">Likewise.</param>
/// <param name="camera">Told the name of a view and who has it, at the moments worth a picture; null where none is taken.</param>
internal sealed partial class RecognitionWalk(
    JourneyPortal portal, ChromiumFixture chromium, int width, int height, Func<string, Visitor, Task>? camera = null)
{
    // The sheet of the certificate, A4 across.
    private const int SheetWidth = 1123;
    private const int SheetHeight = 794;

    private readonly Officers officers = new(portal, chromium, width, height);
    private Applicant? talent;

    /// <summary>How far it has come.</summary>
    public RecognitionStage Stage { get; private set; }

    private Applicant Talent => talent ?? throw new InvalidOperationException("Nobody has applied yet.");

    /// <summary>Walks all of it.</summary>
    public async Task WalkAsync()
    {
        await ApplyAsync();
        await RecommendAsync();
        await CheckAsync();
        await ScoreAsync();
        await RecogniseAsync();
    }

    /// <summary>A newcomer registers, and applies.</summary>
    public async Task ApplyAsync()
    {
        Begin(after: RecognitionStage.NotBegun);
        talent = new Applicant(await Visitor.ArriveAsync(portal, chromium, width, height), Applicant.Address, visitor => ShootAsync("form", visitor));
        await talent.RegisterAsync();
        await talent.CheckEligibilityAsync();
        await talent.FillInAsync();
        await talent.SubmitAsync();
        Stage = RecognitionStage.Applied;
    }

    /// <summary>The village recommends and puts up its notice; after three working days the town checks.</summary>
    public async Task RecommendAsync()
    {
        Begin(after: RecognitionStage.Applied);
        await officers.DecideAsync("village@demo", "Recommend", "情况属实，村民代表会议同意推荐。", entered: Officers.Vote);
        await Talent.ReadCaseAsync();
        await SeeNoticeAsync();
        await Talent.Visitor.LetWorkingDaysPassAsync(4);

        await officers.DecideAsync("town@demo", "Pass", "已到果园核实，面积与合同一致，带动户抽查 5 户属实。", Officers.Points);
        await Talent.ReadCaseAsync();
        Stage = RecognitionStage.Recommended;
    }

    /// <summary>The trade department checks, then each unit of the background check.</summary>
    public async Task CheckAsync()
    {
        Begin(after: RecognitionStage.Recommended);
        await officers.DecideAsync(
            "department@demo", "Pass", "种植规模、带动情况与材料一致，符合中级条件。", Officers.Points, camera: officer => ShootAsync("review", officer));
        await officers.DecideAsync("joint1@demo", "NoObjection", "未发现问题。");
        for (var number = 2; number <= 6; number++)
            await officers.DecideQuicklyAsync(string.Create(CultureInfo.InvariantCulture, $"joint{number}@demo"), "NoObjection");
        Stage = RecognitionStage.Checked;
    }

    /// <summary>The experts score; the clock stands meanwhile, and the case page says so.</summary>
    public async Task ScoreAsync()
    {
        Begin(after: RecognitionStage.Checked);
        await Talent.ReadCaseAsync();
        await ShootAsync("case", Talent.Visitor);
        Assert.Equal(3, await officers.ScoreAsync());
        Stage = RecognitionStage.Scored;
    }

    /// <summary>Office and leading group decide, the district is told for five working days, and the certificate is there.</summary>
    public async Task RecogniseAsync()
    {
        Begin(after: RecognitionStage.Scored);
        await officers.DecideAsync("office@demo", "Propose", "三名专家评分一致，建议认定为中级。");
        await officers.DecideAsync("leader@demo", "Approve", "同意。");
        await Talent.ReadCaseAsync();
        await SeeNoticeAsync();
        await Talent.Visitor.LetWorkingDaysPassAsync(6);

        await Talent.WaitForCertificateAsync();
        await Talent.ReadCaseAsync("/days");
        await SeeCertificateAsync();
        await Talent.Visitor.DisposeAsync();
        Stage = RecognitionStage.Recognised;
    }

    /// <summary>The card that recognition gives is used at a venue, and the use is taken back.</summary>
    public async Task UseCardAsync()
    {
        Begin(after: RecognitionStage.Recognised);
        await new CardWalk(portal, chromium, width, height, ShootAsync).WalkAsync();
        Stage = RecognitionStage.CardUsed;
    }

    private void Begin(RecognitionStage after) => Assert.True(Stage == after, "The part of the journey before this one did not end.");

    /// <summary>Anybody reads the notice that the case page names.</summary>
    private async Task SeeNoticeAsync()
    {
        var notice = await Talent.Visitor.Page.Locator("main a[href*='/notices/']").First.GetAttributeAsync("href");
        await using var reader = await Visitor.ArriveAsync(portal, chromium, width, height);
        await reader.OpenAsync("/notices");
        await reader.PressAsync($"main a[href$='{notice}']");
        var text = await reader.Page.InnerTextAsync("main");
        Assert.Contains(Applicant.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Applicant.Phone, text, StringComparison.Ordinal);
    }

    /// <summary>The holder opens the certificate, on the screen and as it prints; a stranger checks its number.</summary>
    private async Task SeeCertificateAsync()
    {
        var page = Talent.Visitor.Page;
        await Talent.ReadCaseAsync();
        await Talent.Visitor.PressAsync("main a[href*='/certificates/']");
        var number = Number().Match(await page.InnerTextAsync("main")).Value;
        Assert.NotEmpty(number);
        await ShootAsync("certificate", Talent.Visitor);
        await page.SetViewportSizeAsync(SheetWidth, SheetHeight);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Talent.Visitor.LookAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        await using var stranger = await Visitor.ArriveAsync(portal, chromium, width, height);
        await stranger.OpenAsync("/recognitions");
        Assert.Contains(Applicant.Name, await stranger.Page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await stranger.OpenAsync("/verify");
        await stranger.TypeAsync("number", number[..^1] + (number[^1] == 'A' ? 'B' : 'A'));
        await stranger.PressAsync("main form button");
        Assert.Equal(1, await stranger.Page.Locator(".tp-note[data-kind=warn]").CountAsync());
        await stranger.TypeAsync("number", number);
        await stranger.PressAsync("main form button");
        Assert.Equal(1, await stranger.Page.Locator(".tp-note[data-kind=ok]").CountAsync());
        Assert.Contains(Applicant.Name, await stranger.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private Task ShootAsync(string name, Visitor visitor) => camera is null ? Task.CompletedTask : camera(name, visitor);

    [GeneratedRegex("YSRC[0-9A-Z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

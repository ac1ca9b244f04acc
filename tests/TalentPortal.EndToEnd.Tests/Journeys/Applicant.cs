using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>A farmer of Yanshan village who wants to be recognised, and what such a person does at the portal.</summary>
/// <param name="visitor">The person's browser.</param>
/// <param name="address">The person's mail address, and name at the portal.</param>
/// <param name="camera">Told when the form lies filled in.</param>
internal sealed class Applicant(Visitor visitor, string address, Func<Visitor, Task>? camera = null)
{
    public const string Name = "覃小禾";
    public const string MaskedName = "覃*禾";
    public const string CitizenId = "450311199001010017";
    public const string Phone = "13877312046";
    public const string RefereePhone = "13977312047";
    public const string Address = "qin.xiaohe@people.test";
    public const string Password = "Osmanthus-hill-73";

    public Visitor Visitor => visitor;

    /// <summary>Where the case is read; known after handing in.</summary>
    public string Case { get; private set; } = "";

    /// <summary>The case's number; known after handing in.</summary>
    public string Number => Case["/cases/".Length..];

    /// <summary>Registers, follows the mail, and signs in.</summary>
    public async Task RegisterAsync()
    {
        await visitor.OpenAsync("/");
        await visitor.OpenAsync("/account/register");
        await visitor.PressAsync("main button[type=submit]");
        Assert.True(await visitor.Page.Locator(".tp-error").CountAsync() > 0);
        await visitor.TypeAsync("Input.Email", address);
        await visitor.TypeAsync("Input.DisplayName", Name);
        await visitor.TypeAsync("Input.Password", Password);
        await visitor.PressAsync("main button[type=submit]");
        await visitor.OpenMailAsync(address);
        await visitor.PressAsync("main a[href*='/account/confirm']");
        await visitor.PressAsync("main button[type=submit]");
        await visitor.SignInHereAsync(address, Password);
        await visitor.LookAsync();
    }

    /// <summary>Reads what recognition is, and whether it is for such a person.</summary>
    public async Task CheckEligibilityAsync()
    {
        await visitor.OpenAsync("/services");
        await visitor.PressAsync("main a[href$='/services/talent-recognition']");
        await visitor.PressAsync("main a[href$='/services/talent-recognition/check']");
        await visitor.PressAsync("main button[type=submit]");
        Assert.Equal(1, await visitor.Page.Locator(".tp-note[data-kind=info]").CountAsync());
        await AnswerEligibilityAsync(startedOn: "2025-09-01");
        Assert.Equal(1, await visitor.Page.Locator(".tp-note[data-kind=warn]").CountAsync());
        await AnswerEligibilityAsync(startedOn: "2016-03-01");
        Assert.Equal(1, await visitor.Page.Locator(".tp-note[data-kind=ok]").CountAsync());
        await visitor.PressAsync("main a[href$='/applications/start/talent-recognition']");
    }

    /// <summary>Fills the form in page by page.</summary>
    public async Task FillInAsync()
    {
        await visitor.PressAsync("main form button.btn-primary");
        await visitor.PressAsync("button[name=go][value=next].btn-primary");
        Assert.True(await visitor.Page.Locator(".tp-errors").CountAsync() > 0);
        await FillPersonAsync();
        await FillServiceAsync();
        await FillHonoursAsync();
        await FillLeadingAsync();
        await FillDeclarationAsync();
    }

    /// <summary>Reads everything once more, agrees, and hands it in.</summary>
    public async Task SubmitAsync()
    {
        await visitor.StandAtAsync("/check");
        await visitor.PressAsync("main form button.btn-primary");
        Assert.True(await visitor.Page.Locator("#consent-e").CountAsync() > 0);
        await visitor.ChooseAsync("consent", "true");
        await visitor.PressAsync("main form button.btn-primary");
        await visitor.StandAtAsync("/receipt");
        Case = (await visitor.Page.Locator("main a.btn-primary").GetAttributeAsync("href"))!;
        await ReadCaseAsync();
    }

    /// <summary>Sees where the case stands; a session that ended meanwhile is opened again.</summary>
    public async Task ReadCaseAsync(string path = "")
    {
        await visitor.Page.GotoAsync(Case + path);
        if (visitor.Page.Url.Contains("/account/signin", StringComparison.OrdinalIgnoreCase)) await visitor.SignInHereAsync(address, Password);
        await visitor.LookAsync();
        Assert.Contains(Case, visitor.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Looks again until the certificate is there: the portal ends notices once a second.</summary>
    public async Task WaitForCertificateAsync()
    {
        var certificate = visitor.Page.Locator("main a[href*='/certificates/']");
        await ReadCaseAsync();
        for (var look = 0; look < 100 && await certificate.CountAsync() == 0; look++)
        {
            await visitor.Page.WaitForTimeoutAsync(100);
            await visitor.Page.ReloadAsync();
        }

        Assert.Equal(1, await certificate.CountAsync());
    }

    private async Task AnswerEligibilityAsync(string startedOn)
    {
        await visitor.TypeAsync("startedOn", startedOn);
        await visitor.TypeAsync("birthOn", "1990-01-01");
        await visitor.ChooseAsync("noMisconduct", "true");
        await visitor.PressAsync("main button[type=submit]");
    }

    private async Task FillPersonAsync()
    {
        await visitor.TypeAsync("person.name", Name);
        await visitor.TypeAsync("person.citizenId", CitizenId);
        await visitor.ChooseAsync("person.politicalStatus", "13");
        await visitor.ChooseAsync("person.education", "31");
        await visitor.TypeAsync("person.phone", Phone);
        await visitor.ChooseAsync("residence", "450311100201");
        await visitor.UploadAsync("portrait", "近期照片.png", await PictureAsync("portrait"));
        await NextAsync("/form/service");
    }

    private async Task FillServiceAsync()
    {
        await visitor.ChooseAsync("category", "production");
        await visitor.ChooseAsync("subClass", "family-farm");
        await visitor.ChooseAsync("levelApplied", "intermediate");
        await visitor.ChooseAsync("servicePlace", "450311100201");
        await visitor.TypeAsync("startedOn", "2016-03-01");
        await visitor.ChooseAsync("stillServing", "true");
        await visitor.TypeAsync("scale", "238.5");
        await visitor.TypeAsync("growthPercent", "18");
        await visitor.TypeAsync("newVarieties", "2");
        await visitor.TypeAsync("brand", "青禾砂糖橘");
        await visitor.TypeAsync("achievements", "引进两个砂糖橘新品种，改用滴灌和树下生草，亩产提高一成半，带动周边农户统一销售。");
        await visitor.UploadAsync("salesProof", "2025年销售凭证汇总.png", await PictureAsync("photos"));
        await visitor.UploadAsync("photos", "果园现场.png", await PictureAsync("photos"));
        if (camera is not null) await camera(visitor);
        await NextAsync("/form/honours");
    }

    private async Task FillHonoursAsync()
    {
        await visitor.Page.Locator("[data-rows=skills] [data-row-add]").ClickAsync();
        await visitor.TypeAsync("skills[0].trade", "果树栽培工");
        await visitor.ChooseAsync("skills[0].skill", "3");
        await visitor.Page.Locator("[data-rows=awards] [data-row-add]").ClickAsync();
        await visitor.TypeAsync("awards[0].name", "桂林市农村创业创新大赛二等奖");
        await visitor.ChooseAsync("awards[0].level", "city");
        await visitor.TypeAsync("awards[0].obtainedOn", "2024-11-08");
        await visitor.UploadAsync("awardProof", "获奖证书.png", await PictureAsync("photos"));
        await NextAsync("/form/leading");
    }

    private async Task FillLeadingAsync()
    {
        await visitor.TypeAsync("ledHouseholds", "23");
        await visitor.TypeAsync("incomeRise", "6500");
        await visitor.TypeAsync("apprentices", "5");
        await visitor.TypeAsync("trainees", "120");
        await visitor.TypeAsync("trainingHours", "36");
        await visitor.UploadAsync("householdList", "带动农户名单（村委盖章）.png", await PictureAsync("photos"));
        await NextAsync("/form/declaration");
    }

    private async Task FillDeclarationAsync()
    {
        await visitor.ChooseAsync("recommendedBy", "village");
        await visitor.TypeAsync("recommender", "雁山村民委员会");
        await visitor.TypeAsync("referee.name", "莫庆生");
        await visitor.TypeAsync("referee.phone", RefereePhone);
        foreach (var promise in (string[])["noMisconduct", "notDiscredited", "consentToCheck", "commitment"])
            await visitor.ChooseAsync(promise, "true");
        await NextAsync("/check");
    }

    /// <summary>Looks at the filled page, and goes on to the next.</summary>
    private async Task NextAsync(string next)
    {
        await visitor.LookAsync();
        await visitor.PressAsync("button[name=go][value=next].btn-primary");
        await visitor.StandAtAsync(next);
    }

    private static Task<byte[]> PictureAsync(string name) =>
        File.ReadAllBytesAsync(Path.Combine(Repository.Root, "seed-data", "demo", name + ".png"));
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Data;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>The item with every type of field goes through the same pages: shown, saved, shown again.</summary>
public sealed class EveryFieldTests(FormPortal portal) : IClassFixture<FormPortal>
{
    private const string Script = "<script>alert(1)</script>";

    private static (string, string)[] Organisation =>
    [
        ("name", "Green Fields"), ("creditCode", "91450311MA5K12347L"), ("account", "5555555555554444"), ("site", "https://example.cn"),
        ("manager.name", "Qin Xiaohe"), ("manager.citizenId", Forms.CitizenId), ("manager.phone", Forms.Phone), ("manager.email", "q@example.cn"),
        ("manager.partyMember", "true"), ("manager.branch", "First branch"),
    ];

    private static (string, string)[] Base =>
    [
        ("town", "450311102"), ("village", ""), ("kind", "plant"), ("subKind", "fruit"), ("languages", "zh"), ("area", "38.5"), ("rent", "1200.50"),
        ("owned", "true"), ("foundedOn", "2015-04-01"), ("income", "90000"), ("about", "First line\nSecond line"),
    ];

    [Fact]
    public async Task Post_EveryType_ComesBackAsItWasSaved()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        using var saved = await browser.PostAsync(form + "/base", Base);
        var page = await browser.TextAsync(form + "/base");
        foreach (var shown in (string[])["value=\"38.5\"", "value=\"1200.5\"", "value=\"2015-04-01\"", "First line\nSecond line"])
            Assert.Contains(shown, page, StringComparison.Ordinal);
        using var answers = JsonDocument.Parse((await RowAsync(form)).Answers);
        Assert.Equal(38.5m, answers.RootElement.GetProperty("area").GetDecimal());
        Assert.Equal("fruit", answers.RootElement.GetProperty("subKind").GetString());
        Assert.Equal("zh", answers.RootElement.GetProperty("languages")[0].GetString());
        Assert.True(answers.RootElement.GetProperty("owned").GetBoolean());
    }

    [Fact]
    public async Task Post_Secrets_AreShownMaskedAndStayWhenTheMaskComesBack()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        using var first = await browser.PostAsync(form + "/organisation", Organisation);
        var page = await browser.TextAsync(form + "/organisation");
        Assert.Contains("value=\"450***********0017\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Forms.CitizenId, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Forms.CitizenId, (await RowAsync(form)).Answers, StringComparison.Ordinal);

        var again = Organisation.Select(f => f.Item1 switch
        {
            "manager.citizenId" => (f.Item1, "450***********0017"),
            "manager.phone" => (f.Item1, "13900139000"),
            "account" => (f.Item1, "************4444"),
            _ => f,
        }).ToArray();
        using var second = await browser.PostAsync(form + "/organisation", again);
        var secrets = await SecretsAsync(form);
        Assert.Equal(Forms.CitizenId, secrets["manager.citizenId"]);
        Assert.Equal("13900139000", secrets["manager.phone"]);
        Assert.Equal("5555555555554444", secrets["account"]);
    }

    [Fact]
    public async Task Post_RowRemovedBeforeAMaskedOne_KeepsTheRightSecret()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        using var sized = await browser.PostAsync(form + "/base", Base);
        using var filled = await browser.PostAsync(form + "/trainers",
            ("trainers[0].name", "One"), ("trainers[0].phone", "13811118000"), ("trainers[1].name", "Two"), ("trainers[1].phone", "13822228000"));
        using var removed = await browser.PostAsync(form + "/trainers?handler=RemoveRow&rows=trainers&row=0",
            ("trainers[0].name", "One"), ("trainers[0].phone", "138****8000"), ("trainers[0]._row", "0"),
            ("trainers[1].name", "Two"), ("trainers[1].phone", "138****8000"), ("trainers[1]._row", "1"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        var phones = (await SecretsAsync(form)).Where(secret => secret.Key.StartsWith("trainers", StringComparison.Ordinal));
        Assert.Equal("13822228000", Assert.Single(phones).Value);
    }

    [Fact]
    public async Task Post_AddRow_SavesAndShowsOneMore()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        using var sized = await browser.PostAsync(form + "/base", Base);
        using var added = await browser.PostAsync(form + "/trainers?handler=AddRow&rows=trainers", ("trainers[0].name", "One"));
        var page = await browser.TextAsync(added.Headers.Location!.OriginalString.Split('#')[0]);
        Assert.Contains("value=\"One\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"trainers[1].name\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhatCannotBeRead_IsShownAgainAndSaid()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        using var answer = await browser.PostAsync(form + "/base", ("area", "about forty"), ("foundedOn", "last spring"));
        Assert.Contains("id=\"area-e\"", await Browser.BodyAsync(answer), StringComparison.Ordinal);
        var page = await browser.TextAsync(form + "/base");
        Assert.Contains("value=\"about forty\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"last spring\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ScriptInEveryField_IsTextEverywhere()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        foreach (var (section, fields) in (ValueTuple<string, (string, string)[]>[])[("organisation", Organisation), ("base", Base)])
        {
            using var answer = await browser.PostAsync($"{form}/{section}", [.. fields.Select(f => (f.Item1, Script))]);
            Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", await browser.HtmlAsync($"{form}/{section}"), StringComparison.Ordinal);
        }

        var check = await browser.HtmlAsync($"/applications/{Forms.KeyOf(form)}/check");
        Assert.Contains("&lt;script&gt;alert", check, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Autosave_AnswersWithTheRevisionAndTellsOfAChangeElsewhere()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        var (here, there) = (await browser.HiddenAsync(form + "/base"), await browser.HiddenAsync(form + "/base"));
        using var saved = await browser.SendAsync(form + "/base?handler=Autosave", here, [("area", "10")]);
        using var body = JsonDocument.Parse(await saved.Content.ReadAsStringAsync());
        Assert.Equal(1, body.RootElement.GetProperty("revision").GetInt32());
        using var conflict = await browser.SendAsync(form + "/base?handler=Autosave", there, [("area", "20")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        using var page = await browser.SendAsync(form + "/base", there, [("area", "20"), ("about", "typed here")]);
        var text = await Browser.BodyAsync(page);
        Assert.Contains("changed elsewhere", text, StringComparison.Ordinal);
        Assert.Contains("typed here", text, StringComparison.Ordinal);
        Assert.Contains("\"area\": 10", Spaced((await RowAsync(form)).Answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AutosaveWhoseAnswerWasLost_IsNoConflict()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "training-base");
        var hidden = await browser.HiddenAsync(form + "/base");
        using var lost = await browser.SendAsync(form + "/base?handler=Autosave", hidden, [("area", "10")]);
        using var again = await browser.SendAsync(form + "/base?handler=Autosave", hidden, [("area", "11")]);
        using var body = JsonDocument.Parse(await again.Content.ReadAsStringAsync());
        Assert.Equal(2, body.RootElement.GetProperty("revision").GetInt32());
        Assert.Contains("\"area\": 11", Spaced((await RowAsync(form)).Answers), StringComparison.Ordinal);
    }

    private static string Spaced(string json) => json.Replace("\":", "\": ", StringComparison.Ordinal).Replace(":  ", ": ", StringComparison.Ordinal);

    private async Task<Browser> SignedInAsync() => new(portal, await new TestPeople(portal.Services).TalentAsync(), "en");

    private async Task<Application> RowAsync(string form)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var id = Forms.KeyOf(form);
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Applications.AsNoTracking().SingleAsync(a => a.CaseId == id);
    }

    private async Task<Dictionary<string, string>> SecretsAsync(string form)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var id = Forms.KeyOf(form);
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<ApplicationSecret>().AsNoTracking()
            .Where(secret => secret.CaseId == id).ToListAsync();
        var box = portal.Services.GetRequiredService<SecretBox>();
        return rows.ToDictionary(secret => secret.Path, box.Reveal, StringComparer.Ordinal);
    }
}

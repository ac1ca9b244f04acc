using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

/// <summary>Definitions by the pages: brought in, checked, published by another, used, handed out again.</summary>
public sealed class DefinitionPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string List = "/admin/definitions";

    [Fact]
    public async Task Post_Draft_GoesAllTheWayToNewCases()
    {
        using var author = await StaffClient.AsAsync(portal, "admin@demo");
        using var publisher = await StaffClient.AsAsync(portal, "admin2@demo");
        var file = Encoding.UTF8.GetBytes(" " + Copy(50));
        var page = $"{List}/talent-consultation/50";

        using (var taken = await author.PostFileAsync(List, "Sent", "mine.json", file))
            Assert.Equal(page, taken.Headers.Location!.OriginalString);
        await RedirectedAsync(author, page, "Check", []);
        Assert.Contains("另一位管理员", await AnswerAsync(author, page, "Publish", new() { ["Publish.Reason"] = "Because." }), StringComparison.Ordinal);
        Assert.Contains("href=\"#Publish_Reason\"", await AnswerAsync(publisher, page, "Publish", []), StringComparison.Ordinal);
        await RedirectedAsync(publisher, page, "Publish", new() { ["Publish.Reason"] = "Because." });
        Assert.Contains("href=\"#Use_Item\"", await AnswerAsync(publisher, page, "Use", new() { ["Use.Reason"] = "Because." }), StringComparison.Ordinal);
        await RedirectedAsync(publisher, page, "Use", new() { ["Use.Item"] = "RC320001", ["Use.Reason"] = "Because." });
        Assert.Contains("href=\"#Retire_Reason\"", await AnswerAsync(publisher, page, "Retire", []), StringComparison.Ordinal);
        Assert.Contains("RC320001", await AnswerAsync(publisher, page, "Retire", new() { ["Retire.Reason"] = "Because." }), StringComparison.Ordinal);
        await RedirectedAsync(publisher, $"{List}/talent-consultation/2", "Retire", new() { ["Retire.Reason"] = "Because." });

        using var exported = await author.GetAsync(page + "?handler=Export");
        Assert.Equal(file, await exported.Content.ReadAsByteArrayAsync());
        var details = await author.ReadAsync($"{List}/talent-consultation");
        Assert.Contains("Because.", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FileWithScriptInItsWords_IsShownAsText()
    {
        const string script = "<script>alert(1)</script>";
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        var sound = Copy(60, json =>
        {
            json["name"] = script;
            json["root"]!["activities"]![0]!["metadata"]!["displayText"] = script;
        });
        var broken = Copy(61, json => json["root"]!["activities"]![0]!["type"] = script);

        using (var taken = await admin.PostFileAsync(List, "Sent", $"{script}.json", Encoding.UTF8.GetBytes(sound)))
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        using var refused = await admin.PostFileAsync(List, "Sent", $"{script}.json", Encoding.UTF8.GetBytes(broken));
        string[] pages =
        [
            await refused.Content.ReadAsStringAsync(), await admin.ReadAsync(List), await admin.ReadAsync($"{List}/talent-consultation"),
            await admin.ReadAsync($"{List}/talent-consultation/60"),
        ];

        Assert.All(pages, page => Assert.DoesNotContain(script, page, StringComparison.Ordinal));
        Assert.All([pages[0], pages[3]], page => Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal));
        Assert.Contains("$.root.activities[0].type", pages[0], StringComparison.Ordinal);
        await RedirectedAsync(admin, $"{List}/talent-consultation/60", "Discard", []);
    }

    [Fact]
    public async Task Post_DraftThatMayNotBePublished_ShowsWhereToLook()
    {
        using var admin = await StaffClient.AsAsync(portal, "admin@demo");
        var page = $"{List}/talent-consultation/70";
        (await admin.PostFileAsync(List, "Sent", "x.json", Encoding.UTF8.GetBytes(Copy(70, json => json["root"]!["connections"]!.AsArray().RemoveAt(3))))).Dispose();

        await RedirectedAsync(admin, page, "Check", []);

        var shown = await admin.ReadAsync(page);
        Assert.Contains("href=\"#activity-", shown, StringComparison.Ordinal);
        Assert.Contains("没有连到下一步", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        Assert.DoesNotContain("Publish.Reason", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MoveOfARunningCase_IsOrderedWithAReasonAndItsResultShown()
    {
        using var author = await StaffClient.AsAsync(portal, "admin@demo");
        using var publisher = await StaffClient.AsAsync(portal, "admin2@demo");
        await new Consultations(portal).SubmitAsync(await new TestPeople(portal.Services).TalentAsync());
        var running = (int)(await portal.Database.ScalarAsync("select max(definition_version) from workflow_instances"))!;
        (await author.PostFileAsync(List, "Sent", "x.json", Encoding.UTF8.GetBytes(Copy(80)))).Dispose();
        await RedirectedAsync(author, $"{List}/talent-consultation/80", "Check", []);
        await RedirectedAsync(publisher, $"{List}/talent-consultation/80", "Publish", new() { ["Publish.Reason"] = "Because." });
        var page = $"{List}/talent-consultation/move";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["From"] = $"{running}", ["To"] = "80" };
        var form = $"{page}?from={running}&to=80";

        using (var without = await author.PostAsync(page, fields, form))
            Assert.Contains("href=\"#Reason\"", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields["Reason"] = "Because.";
        using var ordered = await author.PostAsync(page, fields, form);

        Assert.Equal(HttpStatusCode.Redirect, ordered.StatusCode);
        Assert.Contains("450311-RC320001", await author.ReadAsync(ordered.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("acceptOffice", await author.ReadAsync($"{List}/talent-consultation/statistics"), StringComparison.Ordinal);
        using var csv = await author.GetAsync($"{List}/talent-consultation/statistics?handler=Csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"accept (acceptOffice)\"", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task RedirectedAsync(StaffClient client, string page, string handler, Dictionary<string, string> fields)
    {
        using var answer = await client.PostAsync($"{page}?handler={handler}", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{handler}: {answer.StatusCode}");
    }

    private static async Task<string> AnswerAsync(StaffClient client, string page, string handler, Dictionary<string, string> fields)
    {
        using var answer = await client.PostAsync($"{page}?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string Copy(int version, Action<JsonObject>? change = null)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", "talent-consultation.json")))!.AsObject();
        json["id"] = $"talent-consultation-{version}";
        json["version"] = version;
        change?.Invoke(json);
        return json.ToJsonString();
    }
}

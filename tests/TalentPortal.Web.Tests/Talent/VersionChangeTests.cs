using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Catalogue;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>A draft whose service item gets a new version.</summary>
public sealed class VersionChangeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Draft_ItemChanged_TellsWhatAndIsHandedInOnlyAfterALook()
    {
        using var talent = await StaffClient.AsAsync(portal, "talent@demo");
        using var started = await talent.PostAsync("/applications/start/talent-consultation", new(), formOf: "/applications/start/talent-consultation");
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var form = started.Headers.Location!.OriginalString.Split('?')[0];
        var check = $"/applications/{Guid.Parse(form.Split('/')[2])}/check";
        Assert.DoesNotContain("handler=LookOver", await talent.ReadAsync(form), StringComparison.Ordinal);

        await PublishSecondVersionAsync();

        foreach (var page in new[] { form, check })
        {
            var text = WebUtility.HtmlDecode(await talent.ReadAsync(page));
            Assert.Contains("新增填写项：Shoe size", text, StringComparison.Ordinal);
            Assert.Contains("办事指南有变", text, StringComparison.Ordinal);
            Assert.Contains("handler=LookOver", text, StringComparison.Ordinal);
        }

        Assert.Contains("请先看看有哪些变化", await SubmitAsync(talent, check), StringComparison.Ordinal);
        using var looked = await talent.PostAsync(check + "?handler=LookOver", new());
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        Assert.DoesNotContain("handler=LookOver", await talent.ReadAsync(form), StringComparison.Ordinal);
        Assert.DoesNotContain("请先看看有哪些变化", await SubmitAsync(talent, check), StringComparison.Ordinal);
    }

    private static async Task<string> SubmitAsync(StaffClient talent, string check)
    {
        using var answer = await talent.PostAsync(check, new() { ["Consent"] = "true", ["OperationId"] = Guid.NewGuid().ToString() });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task PublishSecondVersionAsync()
    {
        var old = portal.Services.GetRequiredService<ServiceItems>().Find("talent-consultation")!;
        var item = JsonNode.Parse((string)(await portal.Database.ScalarAsync("select content::text from service_item_versions where id = $1", old.Id))!)!;
        item["version"] = old.Item.Version + 1;
        item["guide"]!["visits"] = 2;
        ((JsonArray)item["form"]!["sections"]![0]!["fields"]!).Add(JsonNode.Parse(
            """{ "code": "shoeSize", "type": "number", "label": { "zh": "Shoe size", "en": "Shoe size" }, "min": 1, "max": 60, "sensitivity": "public" }"""));
        await portal.Database.ScalarAsync(
            """
            insert into service_item_versions (id, code, key, version, checksum, content, definition_id, definition_version, published_at)
            select $1, code, key, version + 1, 'second', $2::text, definition_id, definition_version, published_at from service_item_versions where id = $3
            """, Guid.NewGuid(), item.ToJsonString(), old.Id);
        await portal.Services.GetRequiredService<ServiceItems>().LoadAsync(CancellationToken.None);
    }
}

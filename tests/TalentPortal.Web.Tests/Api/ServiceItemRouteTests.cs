using System.Net;
using System.Text.Json;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>What can be applied for, and how.</summary>
public sealed class ServiceItemRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task List_ForAVisitor_NamesEveryItemInBothLanguages()
    {
        using var english = new ApiClient(portal);
        using var chinese = new ApiClient(portal, language: "zh-CN");
        var items = (await english.ReadAsync("service-items")).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(items, item => item.GetProperty("key").GetString() == "talent-recognition" && item.GetProperty("isOpen").GetBoolean());
        Assert.All(items, item => Assert.DoesNotMatch("[\u4e00-\u9fff]", item.GetProperty("name").GetString()));
        var translated = (await chinese.ReadAsync("service-items")).GetProperty("items").EnumerateArray();
        Assert.All(translated, item => Assert.Matches("[\u4e00-\u9fff]", item.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("RC320001")]
    [InlineData("talent-consultation")]
    public async Task Read_ByCodeOrKey_DescribesFormAndMaterials(string code)
    {
        using var visitor = new ApiClient(portal);
        var item = await visitor.ReadAsync("service-items/" + code);
        Assert.Equal("RC320001", item.GetProperty("item").GetProperty("code").GetString());
        var fields = item.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("fields").EnumerateArray()).ToList();
        var kind = fields.Single(field => field.GetProperty("code").GetString() == "kind");
        Assert.Contains(kind.GetProperty("options").EnumerateArray(), option => option.GetProperty("code").GetString() == "question");
        var contact = fields.Single(field => field.GetProperty("code").GetString() == "contact");
        Assert.Equal("Person", contact.GetProperty("type").GetString());
        Assert.Contains(contact.GetProperty("fields").EnumerateArray(), field => field.GetProperty("code").GetString() == "phone");
        Assert.Contains(item.GetProperty("materials").EnumerateArray(), material => material.GetProperty("code").GetString() == "attachment");
        Assert.Equal(JsonValueKind.Array, item.GetProperty("guide").GetProperty("steps").ValueKind);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("RC99999999999999999999999999999999999999999")]
    [InlineData("%20")]
    public async Task Read_ItemThatIsNone_IsNotFound(string code)
    {
        using var visitor = new ApiClient(portal);
        using var answer = await visitor.GetAsync("service-items/" + code);
        await ApiClient.AssertProblemAsync(answer, HttpStatusCode.NotFound, "ServiceItemUnknown");
    }
}

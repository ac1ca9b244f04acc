using System.Net;
using System.Text.Json;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Tokens and the words of their refusals.</summary>
public sealed class TokenRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Post_NameAndPassword_GivesATokenThatWorksAndRenews()
    {
        using var visitor = new ApiClient(portal);
        using var answer = await visitor.PostAsync("tokens", new { userName = "office@demo", password = "Demo-2026!" });
        var token = await ApiClient.BodyAsync(answer, HttpStatusCode.OK);
        Assert.Equal(900, token.GetProperty("expiresIn").GetInt32());
        using var office = new ApiClient(portal, token.GetProperty("accessToken").GetString()!);
        Assert.Equal(JsonValueKind.Array, (await office.ReadAsync("tasks")).GetProperty("tasks").ValueKind);
        using var renewed = await visitor.PostAsync("tokens/refresh", new { refreshToken = token.GetProperty("refreshToken").GetString() });
        Assert.NotEmpty((await ApiClient.BodyAsync(renewed, HttpStatusCode.OK)).GetProperty("accessToken").GetString()!);
    }

    [Theory]
    [InlineData("en", "[A-Za-z]")]
    [InlineData("zh-CN", "[\u4e00-\u9fff]")]
    public async Task Post_WrongPasswordOrUnknownName_IsUnauthorizedInTheCallersLanguage(string language, string script)
    {
        using var visitor = new ApiClient(portal, language: language);
        foreach (var name in new[] { "leader@demo", "nobody@demo", "null\u0000@demo", new string('n', 5000) })
        {
            using var answer = await visitor.PostAsync("tokens", new { userName = name, password = "wrong" });
            var problem = await ApiClient.AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "SignInFailed");
            Assert.Matches(script, problem.GetProperty("detail").GetString());
        }
    }

    [Fact]
    public async Task Post_WithoutNameOrToken_NamesTheFields()
    {
        using var visitor = new ApiClient(portal);
        using (var answer = await visitor.PostAsync("tokens", new { }))
        {
            var problem = await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "FieldsNotValid");
            Assert.NotEmpty(problem.ErrorOf("userName"));
            Assert.NotEmpty(problem.ErrorOf("password"));
        }

        using (var answer = await visitor.PostAsync("tokens/refresh", new { refreshToken = "made up" }))
            await ApiClient.AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "Status401");
        using (var answer = await visitor.PostAsync("tokens/refresh", new { }))
            await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "FieldsNotValid");
    }

    [Theory]
    [InlineData("en", "Not found")]
    [InlineData("zh-CN", "没有找到")]
    public async Task Get_AddressThatLeadsNowhere_IsAProblemInTheCallersLanguage(string language, string title)
    {
        using var visitor = new ApiClient(portal, language: language);
        using var answer = await visitor.GetAsync("nowhere");
        var problem = await ApiClient.AssertProblemAsync(answer, HttpStatusCode.NotFound, "Status404");
        Assert.Equal(title, problem.GetProperty("title").GetString());
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Account;
using Xunit;

namespace TalentPortal.Web.Tests.Security;

/// <summary>How long a session lasts and how soon it follows changed rights. The portal's clock is the test's.</summary>
public sealed class SessionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("town2@demo", 15)]
    [InlineData("talent@demo", 60)]
    public async Task Session_Idle_EndsAfterItsTime(string name, int minutes)
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync(name)).Dispose();
        for (var i = 0; i < 3; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(minutes - 1));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/account"));
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(minutes + 1));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(visitor, "/account"));
    }

    [Fact]
    public async Task Session_RoleTakenAwayByAnotherPortal_LosesItsRightsWithinSixtySeconds()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("joint2@demo")).Dispose();
        Assert.Contains("联审员", await visitor.TextAsync("/account"), StringComparison.Ordinal);

        await portal.Database.ScalarAsync(
            "delete from appointments where user_id = (select id from portal_users where user_name = 'joint2@demo')");
        portal.Clock.Advance(ActorCache.MaxAge);

        Assert.DoesNotContain("法院", await visitor.TextAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionAndToken_StampChangedByAnotherPortal_EndWithinSixtySeconds()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("joint3@demo")).Dispose();
        var (client, refresh) = await TokenAsync("joint3@demo");
        using var held = client;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/account"));

        await portal.Database.ScalarAsync("update portal_users set security_stamp = 'other' where user_name = 'joint3@demo'");
        portal.Clock.Advance(ActorCache.MaxAge);

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(visitor, "/account"));
        using var refreshed = await client.PostAsJsonAsync(new Uri("/api/v1/tokens/refresh", UriKind.Relative), new { refreshToken = refresh });
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
    }

    [Fact]
    public async Task Token_Refreshed_IsIssuedAnew()
    {
        var (client, refresh) = await TokenAsync("joint4@demo");
        using var held = client;
        using var refreshed = await client.PostAsJsonAsync(new Uri("/api/v1/tokens/refresh", UriKind.Relative), new { refreshToken = refresh });
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        var answer = await refreshed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(900, answer.GetProperty("expiresIn").GetInt32());
    }

    [Fact]
    public async Task Token_WrongPassword_IsUnauthorized()
    {
        using var client = portal.CreateClient();
        using var answer = await client.PostAsJsonAsync(
            new Uri("/api/v1/tokens", UriKind.Relative), new { userName = "joint5@demo", password = "wrong password" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_Audit_NamesTheAccountAndNoAddress()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("admin@demo")).Dispose();
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events e join portal_users u on u.id = e.actor_id "
            + "where u.user_name = 'admin@demo' and e.type = 'SignedIn'"));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from operation_events where facts::text like '%@%'"));
        var cache = portal.Services.GetRequiredService<ActorCache>();
        var admin = (Guid)(await portal.Database.ScalarAsync("select id from portal_users where user_name = 'admin@demo'"))!;
        Assert.False((await cache.FindAsync(admin, CancellationToken.None))!.Can(Permission.ReadFiles));
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task<(HttpClient Client, string Refresh)> TokenAsync(string name)
    {
        var client = portal.CreateClient();
        using var answer = await client.PostAsJsonAsync(
            new Uri("/api/v1/tokens", UriKind.Relative), new { userName = name, password = "Demo-2026!" });
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return (client, token.GetProperty("refreshToken").GetString()!);
    }
}

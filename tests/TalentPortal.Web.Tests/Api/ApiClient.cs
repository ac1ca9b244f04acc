using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>A program that uses the API, with the token of an account or without one.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient client;

    public ApiClient(WebApplicationFactory<Program> portal, Actor? actor = null, string language = "en")
        : this(portal, actor is null ? null : TokenOf(portal.Services, actor), language)
    {
    }

    public ApiClient(WebApplicationFactory<Program> portal, string? token, string language = "en")
    {
        client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public void Dispose() => client.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(Address(path));

    /// <summary>Reads what has to be there.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await BodyAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Posts an object as JSON.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, object? body, string? key = null) =>
        SendAsync(path, JsonContent.Create(body), key);

    /// <summary>Posts any content.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent? content, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = content };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    /// <summary>The body of an answer that has this status.</summary>
    public static async Task<JsonElement> BodyAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>The problem details of a refusal.</summary>
    public static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode expected, string code)
    {
        var problem = await BodyAsync(answer, expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal("urn:talent-portal:problem:" + code, problem.GetProperty("type").GetString());
        Assert.All(["title", "detail"], name => Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty(name).GetString())));
        return problem;
    }

    private static Uri Address(string path) => new(path.StartsWith('/') ? path : "/api/v1/" + path, UriKind.Relative);

    /// <summary>The cookie of a browser in which an account is signed in.</summary>
    public static string CookieOf(WebApplicationFactory<Program> portal, Actor actor)
    {
        var options = portal.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(TicketOf(portal.Services, actor, IdentityConstants.ApplicationScheme))}";
    }

    public static string TokenOf(IServiceProvider services, Actor actor)
    {
        var options = services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(IdentityConstants.BearerScheme);
        return options.BearerTokenProtector.Protect(TicketOf(services, actor, IdentityConstants.BearerScheme));
    }

    private static AuthenticationTicket TicketOf(IServiceProvider services, Actor actor, string scheme)
    {
        var claims = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(
            [new Claim(claims.UserIdClaimType, actor.UserId.ToString()), new Claim(claims.SecurityStampClaimType, actor.SecurityStamp)], scheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new AuthenticationTicket(
            new ClaimsPrincipal(identity), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, scheme);
    }
}

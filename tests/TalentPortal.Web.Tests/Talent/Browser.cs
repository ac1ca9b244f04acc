using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>A browser without script, signed in as somebody: sends forms with their hidden values, follows no redirect.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    /// <summary>A browser of an account, or of a visitor.</summary>
    public Browser(PortalFactory portal, Actor? actor = null, string language = "zh-CN")
    {
        client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        if (actor is not null) client.DefaultRequestHeaders.Add("Cookie", SessionOf(portal, actor));
    }

    public void Dispose() => client.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page's text, decoded.</summary>
    public async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await HtmlAsync(path));

    /// <summary>The page as it was sent.</summary>
    public async Task<string> HtmlAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a page's form: its hidden values, then these.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(path, await HiddenAsync(path), fields);

    /// <summary>The hidden values of a page's last form.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HiddenAsync(string path)
    {
        var html = await HtmlAsync(path.Split('?')[0]);
        var hidden = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Hidden().Matches(html))
        {
            var name = Name().Match(input.Value).Groups["name"].Value;
            if (name is not "returnUrl") hidden[name] = WebUtility.HtmlDecode(Value().Match(input.Value).Groups["value"].Value);
        }

        return hidden;
    }

    /// <summary>Sends a form with these hidden values.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string path, IReadOnlyDictionary<string, string> hidden, (string Name, string Value)[] fields, params (string Name, string File, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Where(h => !fields.Any(f => f.Name == h.Key)).Select(h => (h.Key, h.Value)).Concat(fields))
            form.Add(new StringContent(value), name);
        foreach (var (name, file, bytes) in files) form.Add(new ByteArrayContent(bytes), name, file);
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Sends hidden values by any method.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, IReadOnlyDictionary<string, string> hidden)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(hidden) };
        return await client.SendAsync(request);
    }

    /// <summary>The body of an answer, decoded.</summary>
    public static async Task<string> BodyAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static string SessionOf(PortalFactory portal, Actor actor)
    {
        var services = portal.Services;
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var claims = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(
            [new Claim(claims.UserIdClaimType, actor.UserId.ToString()), new Claim(claims.SecurityStampClaimType, actor.SecurityStamp)],
            IdentityConstants.ApplicationScheme);
        var now = cookies.TimeProvider?.GetUtcNow() ?? TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) },
            IdentityConstants.ApplicationScheme);
        return $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}";
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(" name=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using TalentPortal.Core.Seeding;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Web.Tests.Account;

/// <summary>A browser without scripts: keeps cookies, follows no redirect, sends forms with their token.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(PortalFactory portal, string language = "zh-CN")
    {
        client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
    }

    public void Dispose() => client.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await TextAsync(path.Split('?')[0])).Groups["token"].Value;
        return await PostRawAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Sends a form as another site would: without its token.</summary>
    public async Task<HttpResponseMessage> PostRawAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(x => new KeyValuePair<string, string>(x.Name, x.Value)));
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Signs in by the form.</summary>
    public Task<HttpResponseMessage> SignInAsync(string name, string password = DemoOptions.DefaultPassword) =>
        PostAsync("/account/signin", ("Input.Name", name), ("Input.Password", password));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

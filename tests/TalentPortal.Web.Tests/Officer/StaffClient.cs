using System.Net;
using System.Text.RegularExpressions;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>A signed-in browser without script: reads pages and posts their forms.</summary>
internal sealed partial class StaffClient : IDisposable
{
    private readonly HttpClient client;

    private StaffClient(HttpClient client) => this.client = client;

    /// <summary>Signs in as an account of the demonstration.</summary>
    public static async Task<StaffClient> AsAsync(PortalFactory portal, string userName)
    {
        var browser = new StaffClient(portal.CreateClient(new() { AllowAutoRedirect = false }));
        using var answer = await browser.PostAsync("/dev/accounts", new() { ["userName"] = userName }, formOf: "/dev/accounts");
        if (answer.StatusCode is not HttpStatusCode.Redirect) throw new InvalidOperationException($"{userName} could not sign in: {answer.StatusCode}.");
        return browser;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode is HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    /// <summary>Posts fields with the token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? formOf = null)
    {
        var page = await ReadAsync(formOf ?? path.Split('?')[0]);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups["value"].Value),
        });
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Posts a file with the token of the page.</summary>
    public async Task<HttpResponseMessage> PostFileAsync(string path, string field, string fileName, byte[] bytes)
    {
        var page = await ReadAsync(path);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(Token().Match(page).Groups["value"].Value)), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), field, fileName },
        };
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}

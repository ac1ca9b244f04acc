using System.Net;
using System.Text.RegularExpressions;

namespace TalentPortal.Benchmarks.Load;

/// <summary>Somebody who is signed in by the page, with the cookies that a browser would send.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private readonly HttpClient client;

    private SignedIn(Uri portal) => client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal };

    /// <summary>Signs an account of the demonstration in.</summary>
    public static async Task<SignedIn> AsAsync(Uri portal, string userName)
    {
        var signedIn = new SignedIn(portal);
        var form = await signedIn.ReadAsync("/account/signin");
        using var answer = await signedIn.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/signin")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Input.Name"] = userName,
                ["Input.Password"] = Core.Seeding.DemoOptions.DefaultPassword,
                ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
            }),
        });
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? signedIn
            : throw new InvalidOperationException($"{userName} could not sign in: {answer.StatusCode}.");
    }

    /// <summary>The bytes that ask for a page of a list.</summary>
    /// <param name="path">The list.</param>
    /// <param name="page">Which page: the pager is followed to it.</param>
    public async Task<byte[]> RequestAsync(string path, int page)
    {
        for (var at = 1; at < page; at++)
        {
            var next = After().Matches(await ReadAsync(path)).LastOrDefault()
                ?? throw new InvalidOperationException($"There is no page {at + 1} of {path}.");
            path = WebUtility.HtmlDecode(next.Groups[1].Value);
        }

        await ReadAsync(path);
        return HttpLine.Request("GET", path, $"Cookie: {Cookie}\r\n");
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private string Cookie => string.Join("; ", cookies.Select(pair => $"{pair.Key}={pair.Value}"));

    private async Task<string> ReadAsync(string path)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var owned = request;
        if (cookies.Count > 0) request.Headers.Add("Cookie", Cookie);
        var answer = await client.SendAsync(request);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
        foreach (var one in set)
        {
            var pair = one.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(/officer\\?[^\"]*after=[^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex After();
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>
/// A program that uses the API and does not give up: after a lost connection it sends the same request with the same key again, to
/// whichever portal is up, until one answers.
/// </summary>
internal sealed class StubbornClient(RotatingPortals portals, string userName) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private string? token;
    private int turn;

    /// <summary>How often a request was sent again.</summary>
    public int Repeats { get; private set; }

    /// <summary>How often a connection broke under a request.</summary>
    public int Lost { get; private set; }

    public void Dispose() => http.Dispose();

    /// <summary>Sends it until it is answered.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        while (true)
        {
            if (token is null) token = await SignInAsync();
            if (await TrySendAsync(method, path, body is null ? null : JsonContent.Create(body), key) is not { } answer) continue;
            if (answer.Status is not HttpStatusCode.Unauthorized) return answer;
            token = null;
        }
    }

    /// <summary>Uploads a file until it is there.</summary>
    public async Task<Guid> UploadAsync(string serviceItem, string material, byte[] bytes)
    {
        while (true)
        {
            token ??= await SignInAsync();
            using var form = new MultipartFormDataContent
            {
                { new StringContent(serviceItem), "serviceItem" },
                { new StringContent(material), "material" },
                { new StringContent("true"), "forSomebodyElse" },
                { new ByteArrayContent(bytes), "file", "photo.png" },
            };
            if (await TrySendAsync(HttpMethod.Post, "materials", form, key: null) is { Status: HttpStatusCode.Created } answer)
                return answer.Body.GetProperty("id").GetGuid();
        }
    }

    private async Task<string> SignInAsync()
    {
        while (true)
        {
            var request = JsonContent.Create(new { userName, password = "Demo-2026!" });
            if (await TrySendAsync(HttpMethod.Post, "tokens", request, key: null) is { Status: HttpStatusCode.OK } answer)
                return answer.Body.GetProperty("accessToken").GetString()!;
        }
    }

    /// <summary>Null where there was no answer, or one that says to come back.</summary>
    private async Task<(HttpStatusCode Status, JsonElement Body)?> TrySendAsync(HttpMethod method, string path, HttpContent? content, string? key)
    {
        try
        {
            if (portals.Addresses is { Count: > 0 } up)
            {
                using var request = new HttpRequestMessage(method, new Uri(up[turn++ % up.Count], "/api/v1/" + path)) { Content = content };
                if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                if (key is not null) request.Headers.Add("Idempotency-Key", key);
                using var answer = await http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)) return (answer.StatusCode, Parse(text));
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException)
        {
            // The portal was killed under the request: whether it was carried out, only the next answer tells.
            if (!IsRefused(lost)) Lost++;
        }

        Repeats++;
        // Both portals may be starting; their coming up gives no signal that a program outside could wait for.
        await Task.Delay(Pause);
        return null;
    }

    /// <summary>Whether nothing was sent, because nobody listened any more.</summary>
    private static bool IsRefused(Exception lost) => lost is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    private static JsonElement Parse(string text)
    {
        if (text.Length == 0) return default;
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}

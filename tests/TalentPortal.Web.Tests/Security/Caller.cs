using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Seeding;
using TalentPortal.Web.Tests.Api;
using TalentPortal.Web.Tests.Talent;

namespace TalentPortal.Web.Tests.Security;

/// <summary>Knocks at doors as one role and says how it was answered.</summary>
internal sealed partial class Caller : IDisposable
{
    /// <summary>A page with a form that everybody may open, for the token of its form.</summary>
    private const string PageWithForm = "/services/talent-recognition/check";

    private static readonly object Password = new { userName = "joint6@demo", password = DemoOptions.DefaultPassword };

    private readonly Browser browser;
    private readonly ApiClient program;
    private readonly string role;
    private IReadOnlyDictionary<string, string>? token;

    private Caller(AccessWorld world, Actor? actor, string role) =>
        (browser, program, this.role) = (new Browser(world, actor), new ApiClient(world, actor), role);

    /// <summary>A browser of this role.</summary>
    public static async Task<Caller> OfAsync(AccessWorld world, string role) => new(world, await world.ActorAsync(role), role);

    /// <summary>Knocks.</summary>
    /// <param name="door">Where.</param>
    /// <param name="values">What stands in the address for the row.</param>
    /// <param name="withToken">Whether a form is sent with its token.</param>
    /// <param name="fields">What else the form holds.</param>
    public async Task<(HttpStatusCode Status, string Answer)> KnockAsync(
        Door door, IReadOnlyDictionary<string, string> values, bool withToken = true, IReadOnlyDictionary<string, string>? fields = null)
    {
        var path = PathOf(door, values);
        using var answer = await SendAsync(door, path, withToken, fields ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return (answer.StatusCode, NameOf(answer));
    }

    /// <summary>The sentence of a failure; null when the answer is the expected one.</summary>
    public async Task<string?> ExpectAsync(DoorLine line, string? row, bool isSeen, IReadOnlyDictionary<string, string> values)
    {
        var expected = Expected(line, isSeen);
        var (status, answer) = await KnockAsync(line.Door, values);
        return answer == expected ? null : $"{role} at {line.Door}{(row is null ? "" : $" on {row}")}: {answer} ({(int)status}), expected {expected}";
    }

    public void Dispose()
    {
        browser.Dispose();
        program.Dispose();
    }

    private string Expected(DoorLine line, bool isSeen)
    {
        if (line.Roles.Contains(role)) return isSeen ? "let in" : "not found";
        return role is "anonymous" ? "sent to sign-in" : "refused";
    }

    private static string NameOf(HttpResponseMessage answer)
    {
        var place = answer.Headers.Location?.ToString() ?? "";
        var status = (int)answer.StatusCode;
        if (place.Contains("/account/signin", StringComparison.Ordinal) || status is 401) return "sent to sign-in";
        if (place.Contains("/account/denied", StringComparison.Ordinal) || status is 403) return "refused";
        if (status is 404) return "not found";
        // A form that lacks its fields is let in and sent back.
        return status is >= 200 and < 400 or 400 or 409 or 415 or 422 ? "let in" : "failed";
    }

    private static string PathOf(Door door, IReadOnlyDictionary<string, string> values)
    {
        var left = values.ToDictionary(StringComparer.Ordinal);
        var path = Placeholder().Replace(door.Route, place => left.Remove(place.Groups["name"].Value, out var value) ? value : "");
        if (door.Handler.Length > 0) left["handler"] = door.Handler;
        return path + "?" + string.Join('&', left.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    private async Task<HttpResponseMessage> SendAsync(Door door, string path, bool withToken, IReadOnlyDictionary<string, string> fields)
    {
        var reads = door.Method is "GET" or "ANY";
        if (door.Route.StartsWith("/api/", StringComparison.Ordinal))
            return reads ? await program.GetAsync(path) : await program.PostAsync(path, await BodyAsync(door.Route));
        if (reads) return await browser.GetAsync(path);
        var method = new HttpMethod(door.Method);
        if (!withToken) return await browser.SendAsync(method, path, new Dictionary<string, string>(StringComparer.Ordinal));
        token ??= (await browser.HiddenAsync(PageWithForm)).Where(field => field.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        return await browser.SendAsync(method, path, fields.Concat(token).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>What a route needs before it looks at its row; an outcome that no step has decides nothing.</summary>
    private async Task<object> BodyAsync(string route) => route switch
    {
        "/api/v1/tokens" => Password,
        "/api/v1/tokens/refresh" => new { refreshToken = await RefreshTokenAsync() },
        _ when route.EndsWith("/actions", StringComparison.Ordinal) => new { action = "Copy" },
        _ when route.EndsWith("/decisions", StringComparison.Ordinal) => new { outcome = "None" },
        _ => new { },
    };

    private async Task<string?> RefreshTokenAsync()
    {
        using var issued = await program.PostAsync("tokens", Password);
        using var body = JsonDocument.Parse(await issued.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("refreshToken").GetString();
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

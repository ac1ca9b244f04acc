using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

/// <summary>The presentation alone, without a database: layouts, languages, headers, error pages.</summary>
public sealed class SiteTests : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PresentationExtensions).Assembly.GetName().Name,
            ContentRootPath = Path.Combine(Repository.Root, "src", "TalentPortal.Web"),
            EnvironmentName = "Production",
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(TimeZoneInfo.Utc).AddPresentation().AddAuthorization();
        app = builder.Build();
        app.UsePresentation();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey("X-Reader")) context.User = SignedIn();
            return next(context);
        });
        app.MapRazorPages();
        app.MapGet("/broken", (Func<string>)(() => throw new InvalidOperationException("secret detail")));
        app.MapGet("/gone", (Func<string>)(() => throw new InvalidOperationException("x", new NpgsqlException("x", new IOException()))));
        app.MapGet("/api/broken", (Func<string>)(() => throw new InvalidOperationException("secret detail")));
        await app.StartAsync();
        client = app.GetTestClient();
        Rendering.ReadIn("zh-CN");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "zh-CN")]
    public async Task Get_AcceptLanguage_SetsPageLanguageAndWords(string header, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accessibility");
        request.Headers.Add("Accept-Language", header);
        using var response = await client.SendAsync(request);

        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
        Rendering.ReadIn(language);
        Assert.Contains(Rendering.Texts["Public.Accessibility.Aim.Title"].Value, html, StringComparison.Ordinal);
        Assert.Equal(language, response.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task Get_AnyPage_ForbidsEverythingInlineAndForeign()
    {
        using var response = await client.GetAsync(new Uri("/accessibility", UriKind.Relative));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.Contains("Referrer-Policy"));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
    }

    [Theory]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "500")]
    [InlineData("/gone", HttpStatusCode.ServiceUnavailable, "503")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "404")]
    public async Task Get_Failing_AnswersAPageInWordsWithoutDetails(string path, HttpStatusCode status, string texts)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(Rendering.Texts[$"Shared.Error.{texts}.Title"].Value, html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", html, StringComparison.Ordinal);
        var number = Rendering.Texts["Shared.Error.Number"].Value;
        Assert.Equal(status is not HttpStatusCode.NotFound, html.Contains(number, StringComparison.Ordinal));
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Get_FailingApi_AnswersProblemDetailsWithTheNumber()
    {
        using var response = await client.GetAsync(new Uri("/api/broken", UriKind.Relative));

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"number\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferences_LargeText_KeepsACookieAndGoesBack()
    {
        using var response = await PostAsync(("text", "large"), ("returnUrl", "/privacy?x=1"));

        Assert.Equal("/privacy?x=1", response.Headers.Location?.OriginalString);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("tp-text=large", cookie, StringComparison.Ordinal);
        using var page = new HttpRequestMessage(HttpMethod.Get, "/accessibility");
        page.Headers.Add("Cookie", "tp-text=large; tp-theme=dark");
        using var shown = await client.SendAsync(page);
        var html = await shown.Content.ReadAsStringAsync();
        Assert.Contains("data-text=\"large\"", html, StringComparison.Ordinal);
        Assert.Contains("data-bs-theme=\"dark\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Preferences_ForeignReturn_GoesHome(string back)
    {
        using var response = await PostAsync(("culture", "en"), ("returnUrl", back));

        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Preferences_FromAnotherSite_ChangeNothing()
    {
        using var request = Post(("text", "large"));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Preferences_UnknownValue_ChangesNothing()
    {
        using var response = await PostAsync(("theme", "pink"), ("culture", "xx"), ("text", "huge"));

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_SignedIn_ShowsNameMenuAndDockAndIsNotCached()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accessibility");
        request.Headers.Add("X-Reader", "1");
        using var response = await client.SendAsync(request);

        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains("Qin &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("formaction=\"/account/signout\"", html, StringComparison.Ordinal);
        Assert.Equal(Navigation.Dock.Count > 1, html.Contains("class=\"tp-dock\"", StringComparison.Ordinal));
        Assert.Contains("data-text=\"large\"", html, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public void Navigation_EveryEntry_LeadsToAPageAndHasWords()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText).ToHashSet(StringComparer.OrdinalIgnoreCase);
        IEnumerable<NavItem> items = [.. Navigation.Public, .. Navigation.Dock, .. Navigation.Staff, .. Navigation.Personal];

        Assert.All(items, item =>
        {
            Assert.Contains(item.Href, routes);
            Assert.False(Rendering.Texts[item.TextKey].ResourceNotFound, item.TextKey);
        });
        Assert.True(Navigation.Dock.Count <= 4);
    }

    [Fact]
    public async Task Gallery_OutsideDevelopment_IsNotThere()
    {
        using var response = await client.GetAsync(new Uri("/dev/gallery", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/Pages/Officer/Reviews/Inbox.cshtml", "_StaffLayout")]
    [InlineData("/Pages/Admin/Users/Index.cshtml", "_StaffLayout")]
    [InlineData("/Pages/Talent/Cases/Index.cshtml", "_Layout")]
    public void LayoutFor_Folder_FollowsTheAudience(string page, string layout) => Assert.Equal(layout, Navigation.LayoutFor(page));

    private static ClaimsPrincipal SignedIn()
    {
        var actor = new Actor
        {
            UserId = Guid.NewGuid(),
            DisplayName = "Qin <b>",
            Culture = "zh-CN",
            LargeText = true,
            SecurityStamp = "s",
            Appointments = [],
        };
        return new ClaimsPrincipal(new ActorIdentity(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "1")], "test"), actor));
    }

    private static HttpRequestMessage Post(params (string Name, string Value)[] fields) => new(HttpMethod.Post, "/preferences")
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    };

    private async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields)
    {
        using var request = Post(fields);
        return await client.SendAsync(request);
    }
}

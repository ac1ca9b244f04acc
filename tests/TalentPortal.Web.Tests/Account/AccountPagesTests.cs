using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Notifications;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Account;

public sealed partial class AccountPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Password = "a sentence nobody guesses";

    [Fact]
    public async Task Register_NewAddress_LeadsByMailToASignedInAccount()
    {
        using var visitor = new Visitor(portal);
        var address = NewAddress();
        using var registered = await RegisterAsync(visitor, address);
        Assert.Equal("/account/registered", registered.Headers.Location!.ToString());
        using (var tooEarly = await visitor.SignInAsync(address, Password))
            Assert.Contains("邮箱还没有确认", WebUtility.HtmlDecode(await tooEarly.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var link = await LinkAsync(address);
        Assert.Contains("点下面的按钮", await visitor.TextAsync(link), StringComparison.Ordinal);
        Assert.Equal(false, await portal.Database.ScalarAsync("select email_confirmed from portal_users where email = $1", address));
        using var confirmed = await visitor.PostAsync(link);
        Assert.Equal("/account/signin", confirmed.Headers.Location!.ToString());

        using var signedIn = await visitor.SignInAsync(address, Password);
        Assert.Equal("/cases", signedIn.Headers.Location!.ToString());
        Assert.Contains(address, await visitor.TextAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_AddressWithAccount_AnswersTheSame()
    {
        using var visitor = new Visitor(portal);
        using var first = await RegisterAsync(visitor, NewAddress());
        using var second = await RegisterAsync(visitor, "known@example.org");
        using var third = await RegisterAsync(visitor, "known@example.org");
        Assert.Equal((first.StatusCode, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal((first.StatusCode, first.Headers.Location), (third.StatusCode, third.Headers.Location));
    }

    [Fact]
    public async Task Register_ShortPassword_ShowsTheFormWithASentence()
    {
        using var visitor = new Visitor(portal);
        using var answer = await visitor.PostAsync(
            "/account/register", ("Input.Email", NewAddress()), ("Input.DisplayName", "李小兰"), ("Input.Password", "short"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("密码至少 10 个字符", page, StringComparison.Ordinal);
        Assert.Contains("value=\"李小兰\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgotPassword_KnownAndUnknownAddress_AnswerTheSameAfterTheSameLeastTime()
    {
        using var visitor = new Visitor(portal);
        foreach (var address in (string[])["town@demo", NewAddress()])
        {
            await visitor.TextAsync("/account/forgotpassword");
            var since = Stopwatch.StartNew();
            using var answer = await visitor.PostAsync("/account/forgotpassword", ("Input.Email", address));
            Assert.Equal("/account/forgotpasswordsent", answer.Headers.Location!.ToString());
            Assert.True(since.ElapsedMilliseconds >= 390, $"{address} was answered after {since.ElapsedMilliseconds} ms");
        }
    }

    [Fact]
    public async Task SignIn_WrongPassword_SaysTheSameForKnownAndUnknownNames()
    {
        using var visitor = new Visitor(portal);
        var pages = new List<string>();
        foreach (var name in (string[])["joint1@demo", "nobody@demo"])
        {
            using var answer = await visitor.SignInAsync(name, "wrong password");
            pages.Add(Varying().Replace(await answer.Content.ReadAsStringAsync(), "").Replace(name, "", StringComparison.Ordinal));
        }

        Assert.Equal(pages[0], pages[1]);
        Assert.Contains("账号或密码不对", WebUtility.HtmlDecode(pages[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LeadsToTheLockoutPage()
    {
        using var visitor = new Visitor(portal);
        for (var i = 0; i < 4; i++) (await visitor.SignInAsync("joint6@demo", "wrong password")).Dispose();
        using var locked = await visitor.SignInAsync("joint6@demo", "wrong password");
        Assert.Equal("/account/lockout", locked.Headers.Location!.ToString());
        using var still = await visitor.SignInAsync("joint6@demo");
        Assert.Equal("/account/lockout", still.Headers.Location!.ToString());
        Assert.Contains("30 分钟", await visitor.TextAsync("/account/lockout"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("https://evil.example/", "/officer")]
    [InlineData("//evil.example/", "/officer")]
    [InlineData("/\\evil.example", "/officer")]
    public async Task SignIn_ReturnUrl_IsFollowedOnlyInsideThePortal(string returnUrl, string expected)
    {
        using var visitor = new Visitor(portal);
        using var answer = await visitor.PostAsync(
            "/account/signin", ("Input.Name", "town@demo"), ("Input.Password", "Demo-2026!"), ("ReturnUrl", returnUrl));
        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_WithoutFormToken_IsRefused()
    {
        using var visitor = new Visitor(portal);
        using var answer = await visitor.PostRawAsync("/account/signin", ("Input.Name", "town@demo"), ("Input.Password", "Demo-2026!"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_Cookie_IsHttpOnlyAndLax()
    {
        using var visitor = new Visitor(portal);
        using var answer = await visitor.SignInAsync("town@demo");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("TalentPortal.SignIn=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignOut_Get_KeepsTheSessionAndPostEndsIt()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("office@demo")).Dispose();
        (await visitor.GetAsync("/account/signout")).Dispose();
        Assert.Contains("office@demo", await visitor.TextAsync("/account"), StringComparison.Ordinal);

        var home = await visitor.TextAsync("/account");
        var token = FormToken().Match(home).Groups["token"].Value;
        using var signedOut = await visitor.PostRawAsync("/account/signout", ("__RequestVerificationToken", token));
        Assert.Equal("/", signedOut.Headers.Location!.ToString());
        using var after = await visitor.GetAsync("/account");
        Assert.StartsWith("/account/signin", after.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_LanguageAndTextSize_AreKeptAndFollowTheSignIn()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("expert7@demo")).Dispose();
        using var saved = await visitor.PostAsync(
            "/account", ("Input.DisplayName", "Dragon"), ("Input.Culture", "en"), ("Input.LargeText", "true"));
        Assert.Equal("/account", saved.Headers.Location!.ToString());

        using var elsewhere = new Visitor(portal);
        (await elsewhere.SignInAsync("expert7@demo")).Dispose();
        var page = await elsewhere.TextAsync("/account");
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("data-text=\"large\"", page, StringComparison.Ordinal);
        Assert.Contains("Dragon", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangePassword_Changed_EndsOtherSessionsAndKeepsThisOne()
    {
        using var here = new Visitor(portal);
        using var elsewhere = new Visitor(portal);
        (await here.SignInAsync("expert6@demo")).Dispose();
        (await elsewhere.SignInAsync("expert6@demo")).Dispose();

        using var changed = await here.PostAsync(
            "/account/changepassword", ("Input.Present", "Demo-2026!"), ("Input.Password", Password));

        Assert.Equal("/account", changed.Headers.Location!.ToString());
        Assert.Contains("expert6@demo", await here.TextAsync("/account"), StringComparison.Ordinal);
        using var ended = await elsewhere.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    private static string NewAddress() => $"new-{Guid.NewGuid():N}@example.org";

    private static Task<HttpResponseMessage> RegisterAsync(Visitor visitor, string address) => visitor.PostAsync(
        "/account/register", ("Input.Email", address), ("Input.DisplayName", "李小兰"), ("Input.Password", Password));

    private async Task<string> LinkAsync(string address)
    {
        await portal.Services.GetRequiredService<OutboxSender>().RunDueAsync(CancellationToken.None);
        var files = portal.Services.GetRequiredService<FileMailTransport>();
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(10); await Task.Delay(50))
        {
            // The portal's own sender may have the message in hand.
            if (files.List().FirstOrDefault(x => x.Address == address) is { } mail)
                return new Uri(Link().Match(mail.Text).Value).PathAndQuery;
        }

        throw new TimeoutException($"No mail to {address}.");
    }

    [GeneratedRegex(@"http\S+/account/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Varying();
}

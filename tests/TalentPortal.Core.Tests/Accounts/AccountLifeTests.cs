using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Accounts;

/// <summary>Registering, confirming, forgetting and changing passwords, by the mails that are sent.</summary>
public sealed partial class AccountLifeTests(AccountHost host) : IClassFixture<AccountHost>
{
    [Fact]
    public async Task RegisterAsync_NewAddress_SendsALinkThatConfirmsIt()
    {
        var address = NewAddress();
        Assert.True((await RegisterAsync(address)).Succeeded);

        var (userId, code) = LinkIn((await host.SendAsync(address))!.Text, "/account/confirm");
        Assert.True((await ConfirmAsync(userId, code)).Succeeded);

        Assert.Equal(true, await host.ScalarAsync("select email_confirmed from portal_users where id = $1", userId));
    }

    [Fact]
    public async Task RegisterAsync_MessageRow_HoldsNoTokenAndNoAddress()
    {
        var address = NewAddress();
        await RegisterAsync(address);
        Assert.Equal("{}", await host.ScalarAsync(
            "select parameters::text from outbox_messages m join portal_users u on u.id = m.recipient_id where u.email = $1", address));
    }

    [Fact]
    public async Task RegisterAsync_AddressWithAccount_AnswersTheSameAndWritesToIt()
    {
        var user = await host.UserAsync();
        Assert.True((await RegisterAsync(user.Email!)).Succeeded);
        var mail = await host.SendAsync(user.Email!);
        Assert.Contains("/account/resetpassword", mail!.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await host.ScalarAsync("select count(*) from portal_users where email = $1", user.Email!));
    }

    [Fact]
    public async Task RegisterAsync_SameAddressTwiceAtOnce_MakesOneAccount()
    {
        var address = NewAddress();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RegisterAsync(address)));
        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(1L, await host.ScalarAsync("select count(*) from portal_users where email = $1", address));
    }

    [Theory]
    [InlineData("no address", "name", "EmailWithoutAt")]
    [InlineData("ok@example.org", "", "DisplayNameNotValid")]
    [InlineData("ok@example.org", "two\nlines", "DisplayNameNotValid")]
    public async Task RegisterAsync_WrongEntry_IsRefused(string email, string name, string refusal)
    {
        var result = await host.InScopeAsync<AccountRegistration, Result>(x =>
            x.RegisterAsync(new Registration(email, AccountHost.Password, name, "zh-CN"), CancellationToken.None));
        Assert.Equal(refusal, result.Refusal!.Key);
    }

    [Fact]
    public async Task ConfirmAsync_DamagedOrForeignLink_IsRefused()
    {
        var (user, other) = (await host.UserAsync(isConfirmed: false), await host.UserAsync(isConfirmed: false));
        await host.InScopeAsync<AccountRegistration, bool>(async x =>
        {
            await x.ResendAsync(user.Email!, CancellationToken.None);
            return true;
        });
        var (_, code) = LinkIn((await host.SendAsync(user.Email!))!.Text, "/account/confirm");
        Assert.IsType<LinkNotValid>((await ConfirmAsync(other.Id, code)).Refusal);
        Assert.IsType<LinkNotValid>((await ConfirmAsync(user.Id, "%%%")).Refusal);
        Assert.IsType<LinkNotValid>((await ConfirmAsync(user.Id, null)).Refusal);
    }

    [Fact]
    public async Task ResetAsync_LinkFromMail_SetsThePasswordOnceAndChangesTheStamp()
    {
        var user = await host.UserAsync();
        await RequestResetAsync(user.Email!);
        var (userId, code) = LinkIn((await host.SendAsync(user.Email!))!.Text, "/account/resetpassword");

        Assert.IsType<PasswordTooShort>((await ResetAsync(userId, code, "short")).Refusal);
        Assert.True((await ResetAsync(userId, code, "another long sentence")).Succeeded);
        Assert.IsType<LinkNotValid>((await ResetAsync(userId, code, "yet another sentence")).Refusal);

        Assert.NotEqual(user.SecurityStamp, await host.ScalarAsync("select security_stamp from portal_users where id = $1", userId));
        var signedIn = await host.InScopeAsync<SignInCheck, Result<PortalUser>>(x =>
            x.VerifyAsync(user.Email!, "another long sentence", CancellationToken.None));
        Assert.True(signedIn.Succeeded);
    }

    [Fact]
    public async Task RequestResetAsync_UnknownAddress_WritesNothing()
    {
        var before = await host.ScalarAsync("select count(*) from outbox_messages");
        await RequestResetAsync(NewAddress());
        Assert.Equal(before, await host.ScalarAsync("select count(*) from outbox_messages"));
    }

    [Fact]
    public async Task RequestResetAsync_AgainWithinAMinute_SendsOneMail()
    {
        var user = await host.UserAsync();
        await RequestResetAsync(user.Email!);
        await RequestResetAsync(user.Email!);
        Assert.Equal(1L, await host.ScalarAsync("select count(*) from outbox_messages where recipient_id = $1", user.Id));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await RequestResetAsync(user.Email!);
        Assert.Equal(2L, await host.ScalarAsync("select count(*) from outbox_messages where recipient_id = $1", user.Id));
    }

    [Fact]
    public async Task ChangeAsync_WrongPresentPassword_IsRefusedAndCounts()
    {
        var user = await host.UserAsync();
        Task<Result> ChangeAsync(string present) => host.InScopeAsync<AccountPasswords, Result>(x =>
            x.ChangeAsync(user.Id, present, "another long sentence", CancellationToken.None));

        for (var i = 0; i < 4; i++) Assert.IsType<PasswordDoesNotMatch>((await ChangeAsync("wrong password")).Refusal);
        Assert.IsType<AccountLocked>((await ChangeAsync("wrong password")).Refusal);
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.True((await ChangeAsync(AccountHost.Password)).Succeeded);
    }

    private static string NewAddress() => $"new-{Guid.NewGuid():N}@example.org";

    private static (Guid UserId, string Code) LinkIn(string text, string path)
    {
        var query = QueryHelpers.ParseQuery(new Uri(Link().Match(text).Value).Query);
        Assert.Contains(path, text, StringComparison.Ordinal);
        return (Guid.Parse(query["user"].ToString()), query["code"].ToString());
    }

    private Task<Result> RegisterAsync(string address) => host.InScopeAsync<AccountRegistration, Result>(x =>
        x.RegisterAsync(new Registration(address, AccountHost.Password, "李小兰", "zh-CN"), CancellationToken.None));

    private Task<Result> ConfirmAsync(Guid userId, string? code) =>
        host.InScopeAsync<AccountRegistration, Result>(x => x.ConfirmAsync(userId, code, CancellationToken.None));

    private Task<Result> ResetAsync(Guid userId, string code, string password) =>
        host.InScopeAsync<AccountPasswords, Result>(x => x.ResetAsync(userId, code, password, CancellationToken.None));

    private Task<bool> RequestResetAsync(string address) => host.InScopeAsync<AccountPasswords, bool>(async x =>
    {
        await x.RequestResetAsync(address, CancellationToken.None);
        return true;
    });

    [GeneratedRegex(@"https://portal\.example/account/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}

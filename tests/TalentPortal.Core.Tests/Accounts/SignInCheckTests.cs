using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Accounts;

public sealed class SignInCheckTests(AccountHost host) : IClassFixture<AccountHost>
{
    [Fact]
    public async Task VerifyAsync_RightPassword_ReturnsTheAccount()
    {
        var user = await host.UserAsync();
        Assert.Equal(user.Id, (await VerifyAsync(user.Email!, AccountHost.Password)).Value.Id);
    }

    [Fact]
    public async Task VerifyAsync_NameThatIsNoAddress_ReturnsTheAccount()
    {
        var user = await host.UserAsync("talent@demo");
        Assert.Equal(user.Id, (await VerifyAsync("TALENT@demo", AccountHost.Password)).Value.Id);
    }

    [Fact]
    public async Task VerifyAsync_AddressNotConfirmed_IsToldOnlyToWhoKnowsThePassword()
    {
        var user = await host.UserAsync(isConfirmed: false);
        Assert.IsType<SignInFailed>((await VerifyAsync(user.Email!, "wrong password")).Refusal);
        Assert.IsType<AddressNotConfirmed>((await VerifyAsync(user.Email!, AccountHost.Password)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task VerifyAsync_FiveWrongPasswords_LockForThirtyMinutesWhetherOrNotTheAccountExists(bool exists)
    {
        var name = exists ? (await host.UserAsync()).Email! : $"nobody-{Guid.NewGuid():N}@example.org";
        for (var i = 0; i < 4; i++) Assert.IsType<SignInFailed>((await VerifyAsync(name, "wrong password")).Refusal);
        Assert.Equal(new AccountLocked(30), (await VerifyAsync(name, "wrong password")).Refusal);
        Assert.Equal(new AccountLocked(30), (await VerifyAsync(name, AccountHost.Password)).Refusal);

        host.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(exists, (await VerifyAsync(name, AccountHost.Password)).Succeeded);
    }

    [Fact]
    public async Task VerifyAsync_RightPasswordBetween_StartsTheCountAnew()
    {
        var user = await host.UserAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) await VerifyAsync(user.Email!, "wrong password");
            Assert.True((await VerifyAsync(user.Email!, AccountHost.Password)).Succeeded);
        }
    }

    [Fact]
    public async Task TakeAsync_ManyAtOnce_AllowsFive()
    {
        var user = await host.UserAsync();
        var attempts = host.Services.GetRequiredService<PasswordAttempts>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => attempts.TakeAsync(user.Id, CancellationToken.None)));
        Assert.Equal(5, taken.Count(x => x.IsAllowed));
        Assert.Equal(1, taken.Count(x => x is { IsAllowed: true, IsLast: true }));
    }

    [Fact]
    public async Task VerifyAsync_Failure_LeavesAnAuditEntryWithoutTheTypedName()
    {
        var name = $"nobody-{Guid.NewGuid():N}@example.org";
        await VerifyAsync(name, "wrong password");
        var stream = AuditStreams.IdOf(AuditStream.SignIn);
        Assert.NotEqual(0L, await host.ScalarAsync(
            "select count(*) from operation_events where stream_id = $1 and type = 'SignInFailed'", stream));
        Assert.Equal(0L, await host.ScalarAsync("select count(*) from operation_events where facts::text like '%nobody-%'"));
    }

    private Task<Result<PortalUser>> VerifyAsync(string name, string password) =>
        host.InScopeAsync<SignInCheck, Result<PortalUser>>(check => check.VerifyAsync(name, password, CancellationToken.None));
}

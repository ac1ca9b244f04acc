using Microsoft.AspNetCore.Identity;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>Whether a name and a password may sign in; the answer and its timing do not tell whether there is such an account.</summary>
/// <param name="users">Accounts.</param>
/// <param name="attempts">Counts tries.</param>
/// <param name="rules">How long a lock lasts.</param>
/// <param name="trace">Writes to the audit.</param>
public sealed class SignInCheck(UserManager<PortalUser> users, PasswordAttempts attempts, SecurityRules rules, AccountTrace trace)
{
    private const int LongestName = 256;

    private static readonly PortalUser Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<PortalUser>().HashPassword(Nobody, "not a password"));

    /// <summary>The account, when everything is in order.</summary>
    /// <param name="name">User name or address.</param>
    /// <param name="password">As typed.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Result<PortalUser>> VerifyAsync(string name, string password, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        // No account is called so, and no database takes a null character.
        if (name.Length > LongestName || name.Any(char.IsControl)) return await RefuseUnknownAsync("", password, ct);
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        return user is null ? await RefuseUnknownAsync(name, password, ct) : await VerifyAsync(user, password, ct);
    }

    /// <summary>The same for a known account that must show its password once more.</summary>
    public async Task<Result<PortalUser>> VerifyAsync(PortalUser user, string password, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(user);
        var (isAllowed, isLast) = await attempts.TakeAsync(user.Id, ct);
        if (!isAllowed) return await RefuseLockedAsync("SignInWhileLocked", user.Id, ct);
        if (!await users.CheckPasswordAsync(user, password))
        {
            if (isLast) return await RefuseLockedAsync("AccountLocked", user.Id, ct);
            await trace.RecordAttemptAsync("SignInFailed", user.Id, ct);
            return new SignInFailed();
        }

        await attempts.ForgetAsync(user.Id, ct);
        if (!user.EmailConfirmed) return new AddressNotConfirmed();
        return user;
    }

    private async Task<Result<PortalUser>> RefuseUnknownAsync(string name, string password, CancellationToken ct)
    {
        var (isAllowed, isLast) = attempts.TakeUnknown(name);
        if (!isAllowed) return await RefuseLockedAsync("SignInWhileLocked", accountId: null, ct);
        users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
        if (isLast) return await RefuseLockedAsync("AccountLocked", accountId: null, ct);
        await trace.RecordAttemptAsync("SignInFailed", accountId: null, ct);
        return new SignInFailed();
    }

    private async Task<Result<PortalUser>> RefuseLockedAsync(string type, Guid? accountId, CancellationToken ct)
    {
        await trace.RecordAttemptAsync(type, accountId, ct);
        return new AccountLocked((int)rules.Lockout.TotalMinutes);
    }
}

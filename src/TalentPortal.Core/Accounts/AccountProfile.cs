using Microsoft.AspNetCore.Identity;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>What holders change about their own account.</summary>
/// <param name="users">Accounts.</param>
/// <param name="trace">Audit.</param>
public sealed class AccountProfile(UserManager<PortalUser> users, AccountTrace trace)
{
    /// <summary>Changes name, language and text size.</summary>
    public async Task<Result> ChangeAsync(Guid userId, string displayName, string culture, bool largeText, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(displayName);
        if (AccountRules.CheckProfile(displayName, culture) is { } refusal) return refusal;
        var user = await FindAsync(userId);
        (user.DisplayName, user.Culture, user.LargeText) = (displayName.Trim(), culture, largeText);
        await UpdateAsync(users.UpdateAsync(user));
        await trace.RecordAsync("ProfileChanged", user, ct);
        return Result.Success;
    }

    /// <summary>Ends every session and voids every token of the account, within <see cref="ActorCache.MaxAge"/>.</summary>
    public async Task EndSessionsAsync(Guid userId, CancellationToken ct)
    {
        var user = await FindAsync(userId);
        await UpdateAsync(users.UpdateSecurityStampAsync(user));
        await trace.RecordAsync("SessionsEnded", user, ct);
    }

    private async Task<PortalUser> FindAsync(Guid userId) =>
        await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("A signed-in account is gone.");

    private static async Task UpdateAsync(Task<IdentityResult> update)
    {
        var result = await update;
        if (!result.Succeeded)
            throw new InvalidOperationException($"The account was not changed: {string.Join(", ", result.Errors.Select(x => x.Code))}.");
    }
}

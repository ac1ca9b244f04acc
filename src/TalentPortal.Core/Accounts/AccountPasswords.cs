using Microsoft.AspNetCore.Identity;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Accounts;

/// <summary>Forgotten and changed passwords. Every change voids the account's other sessions and tokens and is told by mail.</summary>
/// <param name="users">Accounts.</param>
/// <param name="db">The accounts' context.</param>
/// <param name="check">Compares the present password, counting tries.</param>
/// <param name="rules">What a password must be.</param>
/// <param name="followUp">Mails and audit.</param>
public sealed class AccountPasswords(
    UserManager<PortalUser> users, PortalDbContext db, SignInCheck check, AccountRules rules, AccountFollowUp followUp)
{
    /// <summary>Sends a link to set a new password, where the address has an account.</summary>
    public async Task RequestResetAsync(string email, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email ?? "") is not { } user) return;
        await followUp.Mails.AddAsync(user, MessageTemplates.AccountReset, ct);
        await db.SaveChangesAsync(ct);
        await followUp.Trace.RecordAttemptAsync("PasswordResetRequested", user.Id, ct);
        followUp.Wake();
    }

    /// <summary>Sets a new password by such a link. The link proves the address, so that it counts as confirmed.</summary>
    public async Task<Result> ResetAsync(Guid userId, string? code, string password, CancellationToken ct)
    {
        if (LinkCode.TokenOf(code) is not { } token) return new LinkNotValid();
        if (await users.FindByIdAsync(userId.ToString()) is not { } user) return new LinkNotValid();
        if (rules.CheckPassword(user, password) is { } refusal) return refusal;
        (user.EmailConfirmed, user.LockoutEnd, user.AccessFailedCount) = (true, null, 0);
        if (!(await users.ResetPasswordAsync(user, token, password)).Succeeded) return new LinkNotValid();
        await TellAsync(user, "PasswordReset", ct);
        return Result.Success;
    }

    /// <summary>Changes the password of somebody who is signed in and knows it.</summary>
    public async Task<Result> ChangeAsync(Guid userId, string present, string password, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(userId.ToString())
            ?? throw new InvalidOperationException("A signed-in account is gone.");
        if (rules.CheckPassword(user, password) is { } refusal) return refusal;
        var verified = await check.VerifyAsync(user, present, ct);
        if (!verified.Succeeded) return verified.Refusal is SignInFailed ? new PasswordDoesNotMatch() : verified.Refusal;
        var changed = await users.ChangePasswordAsync(user, present, password);
        if (!changed.Succeeded) return new PasswordDoesNotMatch();
        await TellAsync(user, "PasswordChanged", ct);
        return Result.Success;
    }

    private async Task TellAsync(PortalUser user, string type, CancellationToken ct)
    {
        await followUp.Mails.AddAsync(user, MessageTemplates.AccountPasswordChanged, ct);
        await db.SaveChangesAsync(ct);
        await followUp.Trace.RecordAsync(type, user, ct);
    }
}

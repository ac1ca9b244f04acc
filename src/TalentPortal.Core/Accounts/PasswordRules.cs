using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>
/// What makes a password acceptable, after NIST SP 800-63B: long enough, not a well-known one, not the account's own name; no
/// demands on character classes.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    private readonly SecurityRules rules;
    private readonly FrozenSet<string> common;

    /// <summary>Rules with the list in <c>seed-data/accounts/common-passwords.txt</c>.</summary>
    public PasswordRules(SecurityRules rules, SeedFolder files)
    {
        this.rules = rules;
        common = File.ReadLines(files.PathOf("seed-data/accounts/common-passwords.txt"))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why a password is not acceptable; null when it is.</summary>
    public Refusal? Check(string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(userName);
        if (string.IsNullOrEmpty(password) || password.Length < rules.PasswordMinimumLength)
            return new PasswordTooShort(rules.PasswordMinimumLength);
        if (password.Length > rules.PasswordMaximumLength) return new PasswordTooLong(rules.PasswordMaximumLength);
        if (common.Contains(password) || password.Distinct().Count() < 3) return new PasswordTooCommon();
        var local = userName.Split('@')[0];
        return local.Length >= 4 && password.Contains(local, StringComparison.OrdinalIgnoreCase) ? new PasswordNamesAccount() : null;
    }

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var refusal = Check(user.UserName ?? "", password ?? "");
        return Task.FromResult(refusal is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = refusal.Key, Description = refusal.Key }));
    }
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>What an account may be called and how it is secured.</summary>
/// <param name="passwords">Rules for passwords.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AccountRules(PasswordRules passwords, TimeProvider time)
{
    private const int LongestName = 100;
    private static readonly string[] Cultures = ["zh-CN", "en"];

    /// <summary>Why a registration is not acceptable; null when it is.</summary>
    internal Refusal? CheckNew(string address, Registration registration) =>
        CheckProfile(registration.DisplayName, registration.Culture) ?? passwords.Check(address, registration.Password);

    /// <summary>Why a name or a language is not acceptable; null when both are.</summary>
    internal static Refusal? CheckProfile(string displayName, string culture)
    {
        var name = displayName.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return new DisplayNameNotValid();
        return Cultures.Contains(culture, StringComparer.Ordinal) ? null : new LanguageNotKnown();
    }

    /// <summary>Why a new password is not acceptable; null when it is.</summary>
    internal Refusal? CheckPassword(PortalUser user, string password) => passwords.Check(user.UserName ?? "", password);

    internal PortalUser NewUser(string address, Registration registration) => new()
    {
        Id = Ids.New(),
        UserName = address,
        Email = address,
        DisplayName = registration.DisplayName.Trim(),
        Culture = registration.Culture,
        LockoutEnabled = true,
        CreatedAt = time.GetUtcNow(),
    };
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>The password is shorter than allowed.</summary>
/// <param name="MinimumLength">Characters.</param>
public sealed record PasswordTooShort(int MinimumLength) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [MinimumLength];
}

/// <summary>The password is longer than allowed.</summary>
/// <param name="MaximumLength">Characters.</param>
public sealed record PasswordTooLong(int MaximumLength) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [MaximumLength];
}

/// <summary>The password is one that is tried first everywhere.</summary>
public sealed record PasswordTooCommon : Refusal;

/// <summary>The password holds the address or the user name.</summary>
public sealed record PasswordNamesAccount : Refusal;

/// <summary>The present password does not match.</summary>
public sealed record PasswordDoesNotMatch : Refusal;

/// <summary>Name and password do not belong together, or there is no such account: nobody is told which.</summary>
public sealed record SignInFailed : Refusal;

/// <summary>Too many wrong passwords.</summary>
/// <param name="LockoutMinutes">How long a lock lasts.</param>
public sealed record AccountLocked(int LockoutMinutes) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [LockoutMinutes];
}

/// <summary>The password is right, but the address was not confirmed yet.</summary>
public sealed record AddressNotConfirmed : Refusal;

/// <summary>The link is used up, too old or damaged.</summary>
public sealed record LinkNotValid : Refusal;

/// <summary>A display name has 1 to 100 characters without line breaks.</summary>
public sealed record DisplayNameNotValid : Refusal;

/// <summary>The portal does not speak this language.</summary>
public sealed record LanguageNotKnown : Refusal;

namespace TalentPortal.Core.Notifications;

/// <summary>Who gets a message, as known when it is sent.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Address">Where mail goes.</param>
/// <param name="Name">How the account's holder is greeted; no control characters.</param>
/// <param name="Culture"><c>zh-CN</c> or <c>en</c>.</param>
public sealed record Recipient(Guid UserId, string Address, string Name, string Culture)
{
    /// <summary>Whether the message is read in English.</summary>
    public bool ReadsEnglish => string.Equals(Culture, "en", StringComparison.Ordinal);
}

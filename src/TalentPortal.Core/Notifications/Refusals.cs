using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>The mail server says for good that it does not deliver to this address.</summary>
/// <param name="StatusCode">Its SMTP status code, for example 550.</param>
public sealed record MailboxRefused(int StatusCode) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [StatusCode];
}

/// <summary>The recipient's address cannot be written into a mail.</summary>
public sealed record MailAddressUnusable : Refusal;

/// <summary>A message cannot be composed: its text is unknown or a place in it has no value. The fault is the portal's.</summary>
/// <param name="Reason">Which text, which place.</param>
public sealed record MessageNotComposable(string Reason) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Reason];
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>The door through which mail leaves.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over. A refusal is final; an exception means "not now".</summary>
    Task<Result> SendAsync(Mail mail, CancellationToken ct);
}

namespace TalentPortal.Core.Notifications;

/// <summary>Where a message stands.</summary>
public enum OutboxStatus
{
    /// <summary>To be sent, perhaps again.</summary>
    Pending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Given up; administrators see it and may have it tried again.</summary>
    Failed,
}

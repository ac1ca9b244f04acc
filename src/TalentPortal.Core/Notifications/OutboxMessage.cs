using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Notifications;

/// <summary>
/// A message as a record before it is sent. It holds ids, dates and codes, never a personal value and never a token: names,
/// addresses and links are looked up or made when it is sent.
/// </summary>
public sealed record OutboxMessage
{
    /// <summary>Key; the mail's Message-ID is made from it, so that a mail sent twice is known as one.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it is about; null for account messages.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Which text: a code of <see cref="MessageTemplates"/>.</summary>
    public string Template { get; init; } = "";

    /// <summary>The account it goes to.</summary>
    public Guid RecipientId { get; init; }

    /// <summary>A flat JSON object of strings for the text's places; no personal values.</summary>
    public string Parameters { get; init; } = "{}";

    /// <summary>Where it stands.</summary>
    public OutboxStatus Status { get; init; }

    /// <summary>How often sending began.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this, UTC.</summary>
    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>Until when a portal has it in hand, UTC; null when none has.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>What the last attempt said.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the mail server took it, UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    internal static SpineTable<OutboxMessage> Table { get; } =
        new("outbox_messages", 90, new SpineTableOptions { Json = [nameof(Parameters)], Loaded = false });

    /// <summary>A new message, due at once.</summary>
    public static OutboxMessage To(
        Guid recipientId, string template, DateTimeOffset at, Guid? caseId = null, string parameters = "{}") => new()
        {
            Id = Kernel.Ids.New(),
            CaseId = caseId,
            Template = template,
            RecipientId = recipientId,
            Parameters = parameters,
            NextAttemptAt = at,
            CreatedAt = at,
        };
}

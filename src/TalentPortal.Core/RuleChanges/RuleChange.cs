using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges;

/// <summary>A change of one parameter or of one service item's rules, from its draft to its release.</summary>
public sealed class RuleChange
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is about.</summary>
    public RuleChangeKind Kind { get; private set; }

    /// <summary>The parameter's key or the item's code.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public RuleChangeStatus Status { get; private set; }

    /// <summary>Counts what its author saved, so that nobody releases what they have not read.</summary>
    public int Revision { get; private set; }

    /// <summary>What changes, as JSON: <c>{"value":…}</c> of a parameter, <c>{"set":{path:…}}</c> of an item.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>The released change that this one takes back; null for one that says something new.</summary>
    public Guid? WithdrawsId { get; private set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>How far it can be trusted.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>The document or article behind it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Why it was written.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Who released it.</summary>
    public Guid? ReleasedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>What was said at the release.</summary>
    public string? ReleaseReason { get; private set; }

    /// <summary>
    /// The dry run of this very rule that was looked at, of a benefit catalogue counted at the release; null where it was released without
    /// one.
    /// </summary>
    public Guid? DryRunId { get; private set; }

    /// <summary>Begins a draft.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="subject">Key or code.</param>
    /// <param name="content">What changes.</param>
    /// <param name="draft">What it says beside.</param>
    /// <param name="author">Who writes it.</param>
    /// <param name="now">When, UTC.</param>
    internal static RuleChange Write(RuleChangeKind kind, string subject, string content, RuleDraft draft, Guid author, DateTimeOffset now)
    {
        var change = new RuleChange { Id = Ids.New(), Kind = kind, Subject = subject, AuthorId = author, WrittenAt = now };
        change.Take(content, draft, now);
        return change;
    }

    /// <summary>Begins the draft that takes a released change back before it holds.</summary>
    internal static RuleChange Withdraw(RuleChange released, string reason, Guid author, DateTimeOffset now)
    {
        var draft = new RuleDraft(released.ValidFrom, released.Provenance, released.Source, reason);
        var change = Write(released.Kind, released.Subject, released.Content, draft, author, now);
        change.WithdrawsId = released.Id;
        return change;
    }

    /// <summary>The author says it otherwise.</summary>
    internal Refusal? Edit(string content, RuleDraft draft, int revision, Guid by, DateTimeOffset now)
    {
        if (Refuse(revision) is { } refusal) return refusal;
        if (by != AuthorId || WithdrawsId is not null) return new RuleNotAuthor();
        Take(content, draft, now);
        return null;
    }

    /// <summary>The author gives it up.</summary>
    internal Refusal? Discard(int revision, Guid by, DateTimeOffset now)
    {
        if (Refuse(revision) is { } refusal) return refusal;
        if (by != AuthorId) return new RuleNotAuthor();
        (Status, EditedAt) = (RuleChangeStatus.Discarded, now);
        return null;
    }

    /// <summary>Somebody else releases it.</summary>
    internal Refusal? Release(RuleReleaseOptions how, Guid by, Guid? dryRun, DateOnly today, DateTimeOffset now)
    {
        if (Refuse(how.Revision) is { } refusal) return refusal;
        if (by == AuthorId) return new RuleOwnRelease();
        if (ValidFrom < today || (WithdrawsId is not null && ValidFrom == today)) return new RuleDayPassed(ValidFrom);
        if (string.IsNullOrWhiteSpace(how.Reason) || how.Reason.Length > RuleDraft.LongestReason)
            return new RuleReasonMissing(RuleDraft.LongestReason);
        (Status, ReleasedBy, ReleasedAt, ReleaseReason, DryRunId) = (RuleChangeStatus.Released, by, now, how.Reason.Trim(), dryRun);
        return null;
    }

    private void Take(string content, RuleDraft draft, DateTimeOffset now)
    {
        (Content, ValidFrom, Provenance, EditedAt) = (content, draft.ValidFrom, draft.Provenance, now);
        (Source, Reason) = (draft.Source!.Trim(), draft.Reason!.Trim());
        Revision++;
    }

    private Refusal? Refuse(int revision) =>
        Status is not RuleChangeStatus.Draft ? new RuleChangeClosed() : revision != Revision ? new RuleDraftChanged() : null;
}

namespace TalentPortal.Web.Presentation.Views;

/// <summary>One point of a timeline.</summary>
/// <param name="Title">What happened, or what will.</param>
public sealed record TimelineView(string Title)
{
    /// <summary>What it stands for.</summary>
    public TimelineKind Kind { get; init; } = TimelineKind.Done;

    /// <summary>When; null when it has no instant.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long it takes, in words, for a guide; shown instead of an instant.</summary>
    public string? Duration { get; init; }

    /// <summary>One sentence more; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>A word after the text in a tag, such as "not counted"; null for none.</summary>
    public string? Tag { get; init; }
}

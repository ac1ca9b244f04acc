namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// The look of a state by the name of its enum member, for whatever has states (applications, cards, notices, leases):
/// one name looks the same everywhere. A test asks every status enum of the portal for its names.
/// </summary>
public static class StatusLook
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["Draft"] = "pause",
        ["Withdrawn"] = "pause",
        ["Lapsed"] = "pause",
        ["Terminated"] = "pause",
        ["Suspended"] = "fix",
        ["Superseded"] = "pause",
        ["Cancelled"] = "pause",
        ["Submitted"] = "wait",
        ["AwaitingCollection"] = "wait",
        ["Waiting"] = "wait",
        ["Pending"] = "wait",
        ["InReview"] = "doing",
        ["Open"] = "doing",
        ["Claimed"] = "doing",
        ["Running"] = "doing",
        ["Supplementing"] = "fix",
        ["Frozen"] = "fix",
        ["InNotice"] = "info",
        ["Answered"] = "info",
        ["Approved"] = "ok",
        ["Closed"] = "ok",
        ["Cleared"] = "ok",
        ["Valid"] = "ok",
        ["Active"] = "ok",
        ["Done"] = "ok",
        ["Sent"] = "ok",
        ["Refused"] = "no",
        ["NotAccepted"] = "no",
        ["Revoked"] = "no",
        ["Rejected"] = "no",
        ["Upheld"] = "no",
        ["Failed"] = "no",
        ["Lost"] = "no",
        ["Expired"] = "pause",
        ["Asked"] = "wait",
        ["Given"] = "ok",
        ["ToContact"] = "fix",
        ["ToRectify"] = "doing",
        ["ToFollowUp"] = "info",
        ["Made"] = "wait",
        ["Released"] = "doing",
        ["Settled"] = "ok",
        ["Dropped"] = "pause",
        ["Ended"] = "pause",
        ["Planned"] = "wait",
        ["Paid"] = "ok",
        ["Returned"] = "fix",
    };

    /// <summary>The kinds that the style sheet knows.</summary>
    public static IReadOnlyList<string> All { get; } = ["wait", "doing", "fix", "ok", "no", "info", "pause"];

    /// <summary>The kind of a state, or null when its name has none yet.</summary>
    public static string? KindOf(Enum state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Kinds.GetValueOrDefault(state.ToString());
    }

    /// <summary>The icon that repeats a kind's meaning; null where words are enough.</summary>
    public static string? IconOf(string kind) => kind switch
    {
        "ok" => "check",
        "no" => "x",
        "fix" => "alert-circle",
        _ => null,
    };
}

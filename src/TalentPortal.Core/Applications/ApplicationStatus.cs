using System.Collections.Frozen;

namespace TalentPortal.Core.Applications;

/// <summary>Where an application is in its life. Names follow <c>domain.md</c>'s states; the step within review is data.</summary>
public enum ApplicationStatus
{
    /// <summary>Being filled in; seen by its author alone.</summary>
    Draft,

    /// <summary>Handed in, waiting to be accepted.</summary>
    Submitted,

    /// <summary>Accepted; the promised time runs.</summary>
    InReview,

    /// <summary>Waiting for what the applicant was asked to supply.</summary>
    Supplementing,

    /// <summary>Published for objections.</summary>
    InNotice,

    /// <summary>Granted, the result not yet handed over.</summary>
    AwaitingCollection,

    /// <summary>Closed: granted.</summary>
    Approved,

    /// <summary>Closed: not granted.</summary>
    Refused,

    /// <summary>Closed: not accepted for review.</summary>
    NotAccepted,

    /// <summary>Closed: taken back by the applicant.</summary>
    Withdrawn,

    /// <summary>Closed: not supplemented in time, which counts as taken back.</summary>
    Lapsed,

    /// <summary>Closed by an officer.</summary>
    Terminated,
}

/// <summary>The whole life on one screen: what may follow what, and the named sets.</summary>
public static class ApplicationStatuses
{
    private static readonly ApplicationStatus[] Ends =
    [
        ApplicationStatus.Approved, ApplicationStatus.Refused, ApplicationStatus.NotAccepted, ApplicationStatus.Withdrawn,
        ApplicationStatus.Lapsed, ApplicationStatus.Terminated,
    ];

    private static readonly ApplicationStatus[] SideExits = [ApplicationStatus.Withdrawn, ApplicationStatus.Terminated];

    /// <summary>Status → the statuses that may follow it.</summary>
    public static FrozenDictionary<ApplicationStatus, FrozenSet<ApplicationStatus>> Transitions { get; } =
        new Dictionary<ApplicationStatus, FrozenSet<ApplicationStatus>>
        {
            [ApplicationStatus.Draft] = Set([ApplicationStatus.Submitted, ApplicationStatus.Withdrawn]),
            [ApplicationStatus.Submitted] = Set([ApplicationStatus.InReview, ApplicationStatus.Supplementing, ApplicationStatus.InNotice,
                ApplicationStatus.NotAccepted, .. SideExits]),
            [ApplicationStatus.InReview] = Set([ApplicationStatus.Supplementing, ApplicationStatus.InNotice,
                ApplicationStatus.AwaitingCollection, ApplicationStatus.Approved, ApplicationStatus.Refused, .. SideExits]),
            [ApplicationStatus.Supplementing] =
                Set([ApplicationStatus.Submitted, ApplicationStatus.InReview, ApplicationStatus.Lapsed, .. SideExits]),
            [ApplicationStatus.InNotice] =
                Set([ApplicationStatus.Submitted, ApplicationStatus.InReview, ApplicationStatus.AwaitingCollection,
                ApplicationStatus.Approved, ApplicationStatus.Refused, .. SideExits]),
            [ApplicationStatus.AwaitingCollection] = Set([ApplicationStatus.Approved, ApplicationStatus.Terminated]),
        }.ToFrozenDictionary();

    /// <summary>Closed for good.</summary>
    public static FrozenSet<ApplicationStatus> Final { get; } = Set(Ends);

    /// <summary>Handed in and not closed.</summary>
    public static FrozenSet<ApplicationStatus> Open { get; } = Set(
    [
        ApplicationStatus.Submitted, ApplicationStatus.InReview, ApplicationStatus.Supplementing, ApplicationStatus.InNotice,
        ApplicationStatus.AwaitingCollection,
    ]);

    /// <summary>An office has to act.</summary>
    public static FrozenSet<ApplicationStatus> WithOfficer { get; } = Set(
        [ApplicationStatus.Submitted, ApplicationStatus.InReview, ApplicationStatus.InNotice, ApplicationStatus.AwaitingCollection]);

    /// <summary>The talent has to act.</summary>
    public static FrozenSet<ApplicationStatus> WithTalent { get; } = Set([ApplicationStatus.Draft, ApplicationStatus.Supplementing]);

    /// <summary>Whether one may follow the other.</summary>
    public static bool MayBecome(this ApplicationStatus from, ApplicationStatus to) =>
        Transitions.TryGetValue(from, out var next) && next.Contains(to);

    private static FrozenSet<ApplicationStatus> Set(ApplicationStatus[] statuses) => statuses.ToFrozenSet();
}

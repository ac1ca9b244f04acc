using System.Collections.Frozen;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>Where a recognition is in its life. Whether its time is over is told by its dates, not by a status.</summary>
public enum RecognitionStatus
{
    /// <summary>In force, as long as its dates say so.</summary>
    Valid,

    /// <summary>Put aside by the talent office for a time.</summary>
    Suspended,

    /// <summary>Ended: yearly checks were missed, or one found that it no longer holds.</summary>
    Lapsed,

    /// <summary>Ended: taken away, or given back.</summary>
    Revoked,

    /// <summary>Ended: a later recognition of the same category took its place.</summary>
    Superseded,
}

/// <summary>The whole life on one screen: what may follow what, and the named sets.</summary>
public static class RecognitionStatuses
{
    private static readonly RecognitionStatus[] Ends = [RecognitionStatus.Lapsed, RecognitionStatus.Revoked, RecognitionStatus.Superseded];

    /// <summary>Status → the statuses that may follow it.</summary>
    public static FrozenDictionary<RecognitionStatus, FrozenSet<RecognitionStatus>> Transitions { get; } =
        new Dictionary<RecognitionStatus, FrozenSet<RecognitionStatus>>
        {
            [RecognitionStatus.Valid] = Set([RecognitionStatus.Suspended, .. Ends]),
            [RecognitionStatus.Suspended] = Set([RecognitionStatus.Valid, .. Ends]),
        }.ToFrozenDictionary();

    /// <summary>Counts, where its dates say so too.</summary>
    public static FrozenSet<RecognitionStatus> InForce { get; } = Set([RecognitionStatus.Valid]);

    /// <summary>Does not count now, and may count again.</summary>
    public static FrozenSet<RecognitionStatus> Paused { get; } = Set([RecognitionStatus.Suspended]);

    /// <summary>Ended for good.</summary>
    public static FrozenSet<RecognitionStatus> Final { get; } = Set(Ends);

    /// <summary>Whether one may follow the other.</summary>
    public static bool MayBecome(this RecognitionStatus from, RecognitionStatus to) =>
        Transitions.TryGetValue(from, out var next) && next.Contains(to);

    private static FrozenSet<RecognitionStatus> Set(RecognitionStatus[] statuses) => statuses.ToFrozenSet();
}

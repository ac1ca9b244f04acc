using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>A draft played on the cases of a period, or a benefit catalogue on the cards that are held.</summary>
public sealed class DryRun
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The draft.</summary>
    public Guid ChangeId { get; private set; }

    /// <summary>Checksum of the rules as they read before and after.</summary>
    public string RuleHash { get; private set; } = "";

    /// <summary>First day of the submits; of a benefit catalogue, the day of which it was counted.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day of the submits.</summary>
    public DateOnly ToOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public DryRunStatus Status { get; private set; }

    /// <summary>How many cases, or cards, there are.</summary>
    public int Total { get; private set; }

    /// <summary>How many were looked at.</summary>
    public int Done { get; private set; }

    /// <summary>What was counted: <see cref="DryRunTally"/>, or <see cref="Benefits.BenefitTally"/> of a benefit catalogue.</summary>
    public string Result { get; private set; } = new DryRunTally().ToJson();

    /// <summary>Who had it made.</summary>
    public Guid RunBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    internal static DryRun Begin(Guid change, string hash, DateOnly from, DateOnly to, int total, Guid by, DateTimeOffset now) => new()
    {
        Id = Ids.New(),
        ChangeId = change,
        RuleHash = hash,
        FromOn = from,
        ToOn = to,
        Total = total,
        RunBy = by,
        AskedAt = now,
    };

    /// <summary>One that was counted at a stroke, of the state on a day.</summary>
    internal static DryRun Counted(Guid change, string hash, DateOnly on, int total, string result, Guid by, DateTimeOffset now)
    {
        var run = Begin(change, hash, on, on, total, by, now);
        (run.Result, run.Done) = (result, total);
        run.Finish(now);
        return run;
    }

    internal void Advance(DryRunTally tally, int done)
    {
        // Cases may have come since they were counted.
        (Status, Result, Done, Total) = (DryRunStatus.Running, tally.ToJson(), Done + done, Math.Max(Total, Done + done));
    }

    internal void Finish(DateTimeOffset now) => (Status, Total, FinishedAt) = (DryRunStatus.Done, Done, now);
}

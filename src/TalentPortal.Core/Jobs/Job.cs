using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Jobs;

/// <summary>Durable work: what must happen later, or again, or in a transaction of its own.</summary>
public sealed record Job
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which <see cref="IJobHandler"/> does it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The case it is about, if any.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>What the handler needs: a JSON object without personal values.</summary>
    public string Payload { get; init; } = "{}";

    /// <summary>At most one waiting job of a kind has this key.</summary>
    public string? UniqueKey { get; init; }

    /// <summary>Where it stands.</summary>
    public JobStatus Status { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this, UTC.</summary>
    public DateTimeOffset RunAt { get; init; }

    /// <summary>Until when a portal has it in hand, UTC; null when none has.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>What the last attempt said.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done or given up, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    internal static SpineTable<Job> Table { get; } = new("jobs", 92, new SpineTableOptions { Json = [nameof(Payload)], Loaded = false });

    /// <summary>A new job.</summary>
    public static Job Of(
        string kind, DateTimeOffset createdAt, DateTimeOffset? runAt = null,
        Guid? caseId = null, string payload = "{}", string? uniqueKey = null) => new()
        {
            Id = Kernel.Ids.New(),
            Kind = kind,
            CaseId = caseId,
            Payload = payload,
            UniqueKey = uniqueKey,
            RunAt = runAt ?? createdAt,
            CreatedAt = createdAt,
        };
}

namespace TalentPortal.Core.Cases;

/// <summary>What followed from an operation: an entry of the audit, and what the timeline reads. Append-only.</summary>
public sealed record OperationEvent
{
    /// <summary>The case, or an audit stream.</summary>
    public required Guid StreamId { get; init; }

    /// <summary>Place in the stream, from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>The operation it belongs to.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>What happened, for example <c>ApplicationSubmitted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Who acted; null for the portal.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>In which role.</summary>
    public string? ActorRole { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Ids, field names and codes as a JSON object; never a personal value.</summary>
    public required string Facts { get; init; }

    /// <summary>Keyed digests of the audited rows as the operation left them: <c>{"table/key": "hex" or null}</c>.</summary>
    public required string RowDigests { get; init; }

    /// <summary>Which version of the audit key.</summary>
    public required int KeyVersion { get; init; }

    /// <summary>Keyed digest over the previous entry's and this one's content.</summary>
    public required byte[] Mac { get; init; }
}

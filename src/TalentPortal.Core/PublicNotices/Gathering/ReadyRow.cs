namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>A case on the list of those that wait to be published.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="SubjectName">Whom it is about, as it will be published.</param>
/// <param name="ServiceItemVersionId">The version of the service item that it pins.</param>
/// <param name="Kind">Village or district.</param>
/// <param name="OrganisationId">Who publishes it.</param>
/// <param name="Step">The step of the guide.</param>
/// <param name="Facts">What will be published besides the name.</param>
/// <param name="ReadyAt">Since when it waits, UTC.</param>
public sealed record ReadyRow(
    Guid CaseId, string Number, string SubjectName, Guid ServiceItemVersionId, NoticeKind Kind, Guid OrganisationId,
    string Step, NoticeFacts Facts, DateTimeOffset ReadyAt)
{
    /// <summary>Whether one notice can hold both.</summary>
    public bool GoesWith(ReadyRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Kind, OrganisationId, Step, Facts.ServiceItem, Facts.Level) == (
            other.Kind, other.OrganisationId, other.Step, other.Facts.ServiceItem, other.Facts.Level);
    }
}

/// <summary>A notice as it will be published, with the cases in it.</summary>
/// <param name="Words">What it says.</param>
/// <param name="WorkingDays">Length.</param>
/// <param name="Provisional">Whether its last day may still move.</param>
/// <param name="Rows">Who is on it.</param>
public sealed record GatheredPreview(NoticeWords Words, int WorkingDays, bool Provisional, IReadOnlyList<ReadyRow> Rows);

/// <summary>What became of the ticked cases.</summary>
/// <param name="NoticeId">The notice.</param>
/// <param name="IsPublished">Whether it is up.</param>
/// <param name="Rows">One for each case.</param>
public sealed record GatheringResult(Guid NoticeId, bool IsPublished, IReadOnlyList<GatheringResultRow> Rows);

/// <summary>What became of a ticked case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="SubjectName">Whom it is about.</param>
/// <param name="State">How far it came.</param>
/// <param name="Refusal">Key of the sentence that says why it is not in the notice; null where it is.</param>
public sealed record GatheringResultRow(Guid CaseId, string Number, string SubjectName, GatheringState State, string? Refusal);

/// <summary>How far a ticked case came.</summary>
public enum GatheringState
{
    /// <summary>Its turn comes.</summary>
    Waiting,

    /// <summary>It is in the notice, which opens when all are.</summary>
    Entered,

    /// <summary>Its period runs.</summary>
    Published,

    /// <summary>It is not in the notice.</summary>
    LeftOut,
}

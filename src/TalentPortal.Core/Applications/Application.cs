using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Applications;

/// <summary>One request for one service item: who asks for whom, the answers, where it stands.</summary>
public sealed record Application
{
    /// <summary>Key, shared with the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Which service item.</summary>
    public required string ServiceItemCode { get; init; }

    /// <summary>Which version of it; pinned at submit.</summary>
    public required Guid ServiceItemVersionId { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationStatus Status { get; init; } = ApplicationStatus.Draft;

    /// <summary>The code of the review step it is in.</summary>
    public string? Stage { get; init; }

    /// <summary>The person it is about.</summary>
    public Guid? SubjectPersonId { get; init; }

    /// <summary>The organisation it is about.</summary>
    public Guid? SubjectOrganisationId { get; init; }

    /// <summary>Whose draft it is.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>Who handed it in.</summary>
    public Guid? SubmittedBy { get; init; }

    /// <summary>By which authority, where that is not the subject itself.</summary>
    public Guid? MandateId { get; init; }

    /// <summary>On what ground the author recommends somebody else, for example a signed letter; null for an own application.</summary>
    public string? OnBehalfBasis { get; init; }

    /// <summary>The subject's name, for lists.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>The town that checks it.</summary>
    public Guid? TownOrganisationId { get; init; }

    /// <summary>The village that checks it.</summary>
    public Guid? VillageOrganisationId { get; init; }

    /// <summary>The answers by field code, as JSON; sensitive ones masked here and encrypted in <see cref="ApplicationSecret"/>.</summary>
    public string Answers { get; init; } = "{}";

    /// <summary>Counts saves of the draft; two devices that edit at once are told.</summary>
    public int DraftRevision { get; init; }

    /// <summary>What was granted, for example the level.</summary>
    public string? OutcomeLevel { get; init; }

    /// <summary>Why it was closed as it was.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>When the draft began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When answers were last saved, UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<Application> Table { get; } = new("applications", 10,
        new SpineTableOptions { Key = [nameof(CaseId)], Jsonb = [nameof(Answers)], Audited = true });

    /// <summary>Whether it is closed.</summary>
    public bool IsFinal => ApplicationStatuses.Final.Contains(Status);

    /// <summary>Moves to another status, where the law of <see cref="ApplicationStatuses"/> lets it.</summary>
    /// <returns>The application as it then is, or <see cref="ApplicationNotInState"/>.</returns>
    public Result<Application> Become(ApplicationStatus next, DateTimeOffset at)
    {
        if (Status == next) return this;
        if (!Status.MayBecome(next)) return new ApplicationNotInState(Status, next);
        return this with
        {
            Status = next,
            ClosedAt = ApplicationStatuses.Final.Contains(next) ? at : null,
            Stage = ApplicationStatuses.Final.Contains(next) ? null : Stage,
        };
    }
}

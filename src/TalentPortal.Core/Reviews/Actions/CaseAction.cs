using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>What somebody did with a case beside deciding.</summary>
public enum CaseActionKind
{
    /// <summary>A supervisor gave a task to somebody.</summary>
    TaskAssigned,

    /// <summary>Who had a task passed it on.</summary>
    TaskTransferred,

    /// <summary>It went to somebody else because who had it leaves, or its unit changed.</summary>
    TaskHandedOver,

    /// <summary>Somebody was asked to prepare the answer.</summary>
    TaskDelegated,

    /// <summary>An opinion was asked for before the answer.</summary>
    ReviewerAddedBefore,

    /// <summary>A further decision was asked for after the answer.</summary>
    ReviewerAddedAfter,

    /// <summary>A further reviewer was added whose answer counts as the others'.</summary>
    ReviewerAddedBeside,

    /// <summary>Another unit was asked without moving the case.</summary>
    UnitConsulted,

    /// <summary>An added reviewer is no longer asked.</summary>
    ReviewerRemoved,

    /// <summary>The case went back to an earlier step.</summary>
    ReturnedToStep,

    /// <summary>An answer was taken back.</summary>
    DecisionTakenBack,

    /// <summary>The case was copied to somebody.</summary>
    CaseCopied,

    /// <summary>The whole case was handed over as a file.</summary>
    CaseExported,

    /// <summary>The applicant asked for speed.</summary>
    UrgedByApplicant,

    /// <summary>A supervisor asked for speed.</summary>
    UrgedBySupervisor,

    /// <summary>A supervisor let an officer ask the applicant a second time.</summary>
    SupplementAllowed,

    /// <summary>The case was suspended.</summary>
    CaseSuspended,

    /// <summary>The case was resumed.</summary>
    CaseResumed,

    /// <summary>The case was ended by the office.</summary>
    CaseTerminated,

    /// <summary>An officer asked for more time.</summary>
    ExtensionAsked,

    /// <summary>The head of the unit gave more time.</summary>
    ExtensionApproved,

    /// <summary>The head of the unit gave no more time.</summary>
    ExtensionRefused,

    /// <summary>The case went on in another version of its workflow.</summary>
    WorkflowVersionChanged,
}

/// <summary>An action with its reason in the officer's words; the audit names it by id. Append-only.</summary>
public sealed record CaseAction
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The task; null for what concerns the whole case.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>What was done.</summary>
    public required CaseActionKind Kind { get; init; }

    /// <summary>By whom.</summary>
    public required Guid ByUserId { get; init; }

    /// <summary>To whom; null where it went to nobody.</summary>
    public Guid? ToUserId { get; init; }

    /// <summary>To which unit; null where it went to none.</summary>
    public Guid? ToOrganisationId { get; init; }

    /// <summary>Code of the step to which the case went; null elsewhere.</summary>
    public string? Step { get; init; }

    /// <summary>Why; at most 4,000 characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>On which day, in the portal's time zone; an applicant's urging on a free day counts for the working day after it.</summary>
    public required DateOnly ActedOn { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ActedAt { get; init; }

    internal static SpineTable<CaseAction> Table { get; } = new(
        "case_actions", 55, new SpineTableOptions { Audited = true, Loaded = false });
}

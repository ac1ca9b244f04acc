using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>One open task as a list shows it.</summary>
public sealed record InboxRow
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The case's number, 32 characters without hyphens.</summary>
    public required string Number { get; init; }

    /// <summary>The subject's name, masked; null where the step is anonymous.</summary>
    public required string? SubjectMasked { get; init; }

    /// <summary>Code of the service item.</summary>
    public required string ServiceItemCode { get; init; }

    /// <summary>Name of the service item.</summary>
    public required LocalizedText ServiceItem { get; init; }

    /// <summary>Code of the step.</summary>
    public required string StepCode { get; init; }

    /// <summary>Name of the step.</summary>
    public required LocalizedText Step { get; init; }

    /// <summary>The town that checks the case; null where none does.</summary>
    public required Guid? TownId { get; init; }

    /// <summary>The town's name; null where none checks it.</summary>
    public required LocalizedText? Town { get; init; }

    /// <summary>The unit that acts.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>The role that acts.</summary>
    public required string Role { get; init; }

    /// <summary>Open or claimed.</summary>
    public required ReviewTaskStatus Status { get; init; }

    /// <summary>Who has it now; null while it is free.</summary>
    public required Guid? HolderId { get; init; }

    /// <summary>The holder's display name.</summary>
    public required string? HolderName { get; init; }

    /// <summary>By when; null where the step has no limit.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Working days left, 0 on the last day, negative when late; null without a limit.</summary>
    public required int? RemainingWorkingDays { get; init; }

    /// <summary>How its time stands.</summary>
    public required Light Light { get; init; }

    /// <summary>Since when it waits, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

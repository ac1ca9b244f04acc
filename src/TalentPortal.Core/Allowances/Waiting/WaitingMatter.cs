using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Allowances.Waiting;

/// <summary>Something of an allowance that waits for somebody, with its light.</summary>
public sealed record WaitingMatter
{
    /// <summary>Its allowance.</summary>
    public required AllowanceView View { get; init; }

    /// <summary>What it is.</summary>
    public required WaitingKind Kind { get; init; }

    /// <summary>The instalment whose conditions are not recorded; null for money to be paid back.</summary>
    public Instalment? Instalment { get; init; }

    /// <summary>The recovery; null for a condition.</summary>
    public Guid? RecoveryId { get; init; }

    /// <summary>Yuan: what is held, or what is left to be paid back.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The last day in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How it stands.</summary>
    public required Light Light { get; init; }

    /// <summary>Working days left: 0 on the last day, negative when overdue.</summary>
    public required int RemainingWorkingDays { get; init; }

    /// <summary>When the office was told of it last; null where it was not.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Whether one and the same thing is meant.</summary>
    internal bool IsAbout(AllowanceReminder told) =>
        told.AllowanceId == View.Facts.Allowance.CaseId && told.RecoveryId == RecoveryId && told.PeriodFrom == Instalment?.From;
}

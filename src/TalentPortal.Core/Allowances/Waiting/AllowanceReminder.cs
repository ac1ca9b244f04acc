using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Allowances.Waiting;

/// <summary>What was said of something that waits, as kept in <c>allowance_reminders</c>.</summary>
/// <param name="AllowanceId">The allowance.</param>
/// <param name="PeriodFrom">First day of the period whose condition is not recorded; null for a recovery.</param>
/// <param name="RecoveryId">The recovery; null for a condition.</param>
/// <param name="Light">The light that was told; green is what the holder was told first.</param>
/// <param name="ToldAt">When, UTC.</param>
internal sealed record AllowanceReminder(Guid AllowanceId, DateOnly? PeriodFrom, Guid? RecoveryId, Light Light, DateTimeOffset ToldAt);

namespace TalentPortal.Core.Calendar;

/// <summary>A date that was counted in working days.</summary>
/// <param name="On">The local date.</param>
/// <param name="IsProvisional">Whether the count went through a year whose official calendar is not known yet: show it as such.</param>
public readonly record struct WorkingDate(DateOnly On, bool IsProvisional);

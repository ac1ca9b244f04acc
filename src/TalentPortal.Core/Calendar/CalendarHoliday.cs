namespace TalentPortal.Core.Calendar;

/// <summary>Days off in a row, with the name of the holiday.</summary>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="Zh">The Chinese name.</param>
/// <param name="En">The English name.</param>
public sealed record CalendarHoliday(DateOnly From, DateOnly To, string Zh, string En);

using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>A last day that would move.</summary>
/// <param name="Number">The case.</param>
/// <param name="Kind">Which clock.</param>
/// <param name="FromOn">The last day now.</param>
/// <param name="ToOn">The last day then.</param>
public sealed record MovedDay(string Number, DeadlineKind Kind, DateOnly FromOn, DateOnly ToOn);

/// <summary>What a calendar would change.</summary>
/// <param name="Open">How many running clocks were looked at.</param>
/// <param name="Moved">How many last days would move.</param>
/// <param name="Firm">How many provisional days would become firm.</param>
/// <param name="Examples">Those that move furthest.</param>
public sealed record CalendarPreview(int Open, int Moved, int Firm, IReadOnlyList<MovedDay> Examples);

/// <summary>Counts what a calendar would change, without changing anything.</summary>
public sealed class CalendarPreviews(NpgsqlDataSource database, WorkingCalendar calendar, PortalTimeZone zone, LightRules lights)
{
    private const int Shown = 20;

    private static readonly string Sql =
        $"select {string.Join(", ", CaseDeadline.Table.ColumnNames.Select(name => "d." + name))}, c.number from deadlines d join cases c on c.id = d.case_id "
        + "where d.ended_on is null and d.kind in ('Promise', 'Step', 'Acceptance') and c.number is not null";

    /// <summary>Counts it.</summary>
    public async Task<CalendarPreview> OfAsync(RecordedYear year, CancellationToken ct)
    {
        var today = zone.Today;
        var (now, then) = (new CaseClocks(calendar, zone, lights), new CaseClocks(calendar.With(year), zone, lights));
        var (open, firm, moved) = (0, 0, new List<MovedDay>());
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var clock = CaseDeadline.Table.Read(reader);
            var before = now.Read(clock, today);
            if (before.IsStopped) continue;
            open++;
            var after = then.Read(clock, today);
            if (before.IsProvisional && !after.IsProvisional) firm++;
            if (before.DueOn != after.DueOn)
                moved.Add(new MovedDay(reader.GetString(reader.FieldCount - 1), clock.Kind, before.DueOn, after.DueOn));
        }

        return new CalendarPreview(open, moved.Count, firm,
            [.. moved.OrderByDescending(day => Math.Abs(day.ToOn.DayNumber - day.FromOn.DayNumber))
                .ThenBy(day => day.Number, StringComparer.Ordinal).Take(Shown)]);
    }
}

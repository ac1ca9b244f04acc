using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>Lays the recorded years over the calendar of this program.</summary>
public sealed class RecordedCalendars(NpgsqlDataSource database, WorkingCalendar calendar)
{
    private long edition;

    /// <summary>Takes over what is recorded.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select edition, layer, content::text from calendar_years order by edition");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var years = new List<RecordedYear>();
        var last = 0L;
        while (await reader.ReadAsync(ct))
        {
            last = reader.GetInt64(0);
            years.Add(new RecordedYear(reader.GetString(1),
                JsonSerializer.Deserialize<CalendarYear>(reader.GetString(2), SeedFile.Options)!));
        }

        if (last == Interlocked.Exchange(ref edition, last)) return;
        calendar.Adopt(years);
    }

    /// <summary>Takes over what was recorded since the last look; costs one small query where nothing was.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(edition), 0) from calendar_years");
        if ((long)(await command.ExecuteScalarAsync(ct))! != Interlocked.Read(ref edition)) await LoadAsync(ct);
    }
}

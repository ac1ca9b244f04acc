using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>Records a calendar year and has every open case counted anew: the year, the jobs and the audit in one transaction.</summary>
public sealed class CalendarImport(
    NpgsqlDataSource database, WorkingCalendar calendar, RecordedCalendars recorded, AuditStreams audit, WorkSignal signal)
{
    /// <summary>Longest name of a source.</summary>
    public const int LongestSource = 400;

    private const string InsertSql =
        """
        insert into calendar_years (id, layer, year, content, source, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do nothing
        """;

    private const string JobsSql =
        """
        insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at)
        select gen_random_uuid(), $1, open.case_id, json_build_object('calendar', $2::text), open.case_id || ':' || $2::text, 'Waiting', $3, $3
        from (select case_id from deadlines where ended_on is null and kind in ('Promise', 'Step', 'Acceptance')
          union select case_id from supplements where status = 'Open') open
        on conflict do nothing
        """;

    /// <summary>Records it. The same operation again changes nothing.</summary>
    /// <returns>How many cases are counted anew.</returns>
    public async Task<Result<int>> RunAsync(Actor actor, RecordedYear year, string source, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(operation);
        if (!actor.Can(Permission.RunOperations)) return new CalendarNotPermitted();
        if (!calendar.Layers.Contains(year.Layer, StringComparer.Ordinal)) return new CalendarLayerUnknown();
        var notice = (source ?? "").Trim();
        if (notice.Length is 0 or > LongestSource) return new CalendarSourceMissing(LongestSource);
        var cases = await RecordAsync(year with { Year = year.Year with { Source = notice, Provenance = Provenance.PublicData } },
            notice, operation, ct);
        await recorded.LoadAsync(ct);
        signal.Raise();
        return cases;
    }

    private async Task<int> RecordAsync(RecordedYear year, string source, Operation operation, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var insert = new NpgsqlCommand(InsertSql, connection, transaction)
        {
            Parameters =
            {
                CaseBatch.Uuid(operation.Id), CaseBatch.Text(year.Layer), new NpgsqlParameter<int> { TypedValue = year.Year.Year },
                CaseBatch.Json(JsonSerializer.Serialize(year.Year, SeedFile.Options)), CaseBatch.Text(source),
                CaseBatch.Uuid(operation.UserId),
                CaseBatch.At(operation.At),
            },
        };
        if (await insert.ExecuteNonQueryAsync(ct) == 0) return 0;
        await using var jobs = new NpgsqlCommand(JobsSql, connection, transaction)
        {
            Parameters = { CaseBatch.Text(RecountCaseJob.Kind), CaseBatch.Text(operation.Id.ToString("N", CultureInfo.InvariantCulture)), CaseBatch.At(operation.At) },
        };
        var cases = await jobs.ExecuteNonQueryAsync(ct);
        await audit.AppendAsync(connection, transaction, AuditStream.Administration, "CalendarRecorded", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["layer"] = year.Layer, ["year"] = year.Year.Year, ["source"] = source, ["cases"] = cases }, ct);
        await transaction.CommitAsync(ct);
        return cases;
    }
}

using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Reads objections: for those who decide them, for those who raised them, and for the case that they stop.</summary>
public sealed class ObjectionQueries(
    NpgsqlDataSource database, PortalTimeZone zone, WorkingCalendar calendar, ParameterTable parameters, LightRules lights)
{
    private const string OwnSql =
        """
        select b.entry_id, b.raised_on, b.content, b.status, b.finding, c.number from objections b left join cases c on c.id = b.id join notice_entries e on e.id = b.entry_id
        where e.notice_id = $1 and b.raised_by = $2 order by b.recorded_at desc
        """;

    private const string Columns =
        """
        select b.id, b.case_id, c.number, e.subject_name, n.id, n.ends_on, b.raised_on, u.display_name, b.content, b.status, b.finding, b.closed_at, o.number,
          t.id, t.step_code, t.organisation_id, g.name_zh, g.name_en
        from objections b
        join notice_entries e on e.id = b.entry_id join public_notices n on n.id = e.notice_id join cases c on c.id = b.case_id
        left join portal_users u on u.id = b.raised_by left join cases o on o.id = b.id
        left join lateral (
          select * from review_tasks k where k.case_id = b.id and k.status in ('Open', 'Claimed') order by k.created_at desc, k.id limit 1) t on true
        left join organisations g on g.id = t.organisation_id
        """;

    private const string OneSql = Columns + " where b.id = $1";

    private const string OpenSql = Columns + " where b.status = 'Open' order by b.raised_on, b.id limit $1";

    private const string DecidedSql = Columns + " where b.status <> 'Open' order by b.closed_at desc, b.id limit $1";

    private const string OfCaseSql =
        """
        select n.id, n.title, n.starts_on, n.ends_on, e.status, b.raised_on, b.status, b.finding
        from notice_entries e join public_notices n on n.id = e.notice_id left join objections b on b.entry_id = e.id
        where e.case_id = $1 order by n.starts_on desc, n.id desc, b.recorded_at
        """;

    /// <summary>What somebody objected on a notice, newest first.</summary>
    public async Task<IReadOnlyList<OwnObjection>> OwnAsync(Guid noticeId, Guid userId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(OwnSql);
        command.Parameters.Add(CaseBatch.Uuid(noticeId));
        command.Parameters.Add(CaseBatch.Uuid(userId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var own = new List<OwnObjection>();
        while (await reader.ReadAsync(ct))
        {
            own.Add(new OwnObjection(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2),
                Enum.Parse<ObjectionStatus>(reader.GetString(3)), TextOrNull(reader, 4), TextOrNull(reader, 5)));
        }

        return own;
    }

    /// <summary>Objections: those to be decided, the most urgent first, or those that are, the newest first.</summary>
    /// <param name="open">Those to be decided, or those that are.</param>
    /// <param name="most">Most of them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<ObjectionRow>> ListAsync(bool open, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(open ? OpenSql : DecidedSql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        return await ReadAsync(command, ct);
    }

    /// <summary>One objection; null when there is none.</summary>
    public async Task<ObjectionRow?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(OneSql);
        command.Parameters.Add(CaseBatch.Uuid(id));
        return (await ReadAsync(command, ct)).SingleOrDefault();
    }

    /// <summary>The notices that a case was or is on, newest first, with what was objected, but not by whom or in which words.</summary>
    public async Task<IReadOnlyList<CaseNotice>> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(OfCaseSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var notices = new List<CaseNotice>();
        while (await reader.ReadAsync(ct))
        {
            if (notices.Count == 0 || notices[^1].Id != reader.GetGuid(0))
            {
                notices.Add(new CaseNotice(
                    reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3),
                    Enum.Parse<NoticeEntryStatus>(reader.GetString(4)), []));
            }

            if (reader.IsDBNull(5)) continue;
            var raisedOn = reader.GetFieldValue<DateOnly>(5);
            var status = Enum.Parse<ObjectionStatus>(reader.GetString(6));
            var told = new CaseObjection(raisedOn, ClockOf(raisedOn, endedOn: null).DueOn, status, TextOrNull(reader, 7));
            notices[^1] = notices[^1] with { Objections = [.. notices[^1].Objections, told] };
        }

        return notices;
    }

    private async Task<IReadOnlyList<ObjectionRow>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ObjectionRow>();
        while (await reader.ReadAsync(ct))
        {
            var raisedOn = reader.GetFieldValue<DateOnly>(6);
            DateOnly? endedOn = reader.IsDBNull(11) ? null : zone.DateOf(reader.GetFieldValue<DateTimeOffset>(11));
            rows.Add(new ObjectionRow
            {
                Id = reader.GetGuid(0),
                CaseId = reader.GetGuid(1),
                CaseNumber = reader.GetString(2),
                SubjectName = reader.GetString(3),
                NoticeId = reader.GetGuid(4),
                NoticeEndsOn = reader.GetFieldValue<DateOnly>(5),
                RaisedOn = raisedOn,
                Clock = ClockOf(raisedOn, endedOn),
                RaisedByName = TextOrNull(reader, 7),
                Content = reader.GetString(8),
                Status = Enum.Parse<ObjectionStatus>(reader.GetString(9)),
                Finding = TextOrNull(reader, 10),
                DecidedOn = endedOn,
                OwnNumber = TextOrNull(reader, 12),
                Waiting = reader.IsDBNull(13) ? null : new ObjectionTask(reader.GetGuid(13), reader.GetString(14), reader.GetGuid(15),
                    reader.GetString(16), reader.GetString(17)),
            });
        }

        return rows;
    }

    private Deadline ClockOf(DateOnly raisedOn, DateOnly? endedOn)
    {
        var terms = new ClockTerms { StartsOn = raisedOn, WorkingDays = parameters.Int("objection.days", zone.Today), EndedOn = endedOn };
        return Deadline.Compute(terms, calendar, lights.Today, zone.Today);
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int place) => reader.IsDBNull(place) ? null : reader.GetString(place);
}

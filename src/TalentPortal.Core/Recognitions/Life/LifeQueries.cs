using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>Reads the lives of recognitions: for their holders, and for officers.</summary>
public sealed class LifeQueries(NpgsqlDataSource database, PortalTimeZone zone)
{
    private const string ViewSql =
        """
        select r.id, r.case_id, c.number, r.certificate_number, p.full_name, r.category, r.sub_category, r.level, r.issued_on, r.valid_to, r.status,
          r.person_id, a.created_by
        from recognitions r join persons p on p.id = r.person_id join cases c on c.id = r.case_id join applications a on a.case_id = r.case_id
        """;

    private const string EventsSql =
        """
        select e.kind, e.happened_on, e.year, e.reason, e.note, e.amount, e.by_case_id, c.number
        from recognition_events e left join cases c on c.id = e.by_case_id
        where e.recognition_id = $1 order by e.recorded_at, e.id
        """;

    private const string MattersSql =
        """
        select m.case_id, c.number, m.kind, m.year, m.reason, m.result, a.status in ('Submitted', 'InReview', 'Supplementing', 'InNotice', 'AwaitingCollection'),
          m.bookmark_id is not null and m.result is null, m.answer_by
        from recognition_matters m join cases c on c.id = m.case_id join applications a on a.case_id = m.case_id
        where m.recognition_id = $1 order by c.created_at, c.id
        """;

    private const string AskedWhySql =
        """
        select d.reason from decisions d join recognition_matters m on m.case_id = d.case_id
        where d.case_id = $1 and d.decided_at <= m.asked_at order by d.decided_at desc, d.id desc limit 1
        """;

    /// <summary>How many rows a list shows at most.</summary>
    public const int MostRows = 100;

    /// <summary>The case that a recognition belongs to; null when there is no such recognition.</summary>
    public async Task<Guid?> CaseOfAsync(Guid recognition, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case_id from recognitions where id = $1");
        command.Parameters.Add(CaseBatch.Uuid(recognition));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    /// <summary>The account that speaks for a recognition: its holder's, else the one that applied.</summary>
    public async Task<Guid> HolderOfAsync(RecognitionLifeView recognition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        await using var command = database.CreateCommand("select id from portal_users where person_id = $1");
        command.Parameters.Add(CaseBatch.Uuid(recognition.PersonId));
        return await command.ExecuteScalarAsync(ct) as Guid? ?? recognition.AppliedBy;
    }

    /// <summary>A recognition by its certificate's number; null when there is none.</summary>
    public async Task<RecognitionLifeView?> FindAsync(string number, CancellationToken ct)
    {
        if (CertificateNumber.Parse(number) is not { Succeeded: true } parsed) return null;
        return (await ReadAsync(ViewSql + " where r.certificate_number = $1", [CaseBatch.Text(parsed.Value.Value)], ct)) is [var one]
            ? one
            : null;
    }

    /// <summary>A recognition by its key; null when there is none.</summary>
    public async Task<RecognitionLifeView?> FindAsync(Guid id, CancellationToken ct) =>
        (await ReadAsync(ViewSql + " where r.id = $1", [CaseBatch.Uuid(id)], ct)) is [var one] ? one : null;

    /// <summary>What an actor holds, and what the actor applied for on behalf of somebody else, newest first.</summary>
    public Task<IReadOnlyList<RecognitionLifeView>> OwnAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return ReadAsync(ViewSql + " where r.person_id = $1 or a.created_by = $2 order by r.issued_on desc, r.id desc limit 50",
            [CaseBatch.Uuid(actor.PersonId), CaseBatch.Uuid(actor.UserId)], ct);
    }

    /// <summary>The newest of a status, or those whose name or number begins like this.</summary>
    public Task<IReadOnlyList<RecognitionLifeView>> ListAsync(RecognitionStatus? status, string? text, int most, CancellationToken ct) =>
        ReadAsync(ViewSql + """
             where ($1::text is null or r.status = $1) and ($2::text is null or p.full_name like $2 || '%' or r.certificate_number like $3 || '%')
             order by r.issued_on desc, r.id desc limit $4
            """,
            [CaseBatch.Text(status?.ToString()), CaseBatch.Text(Escaped(text)), CaseBatch.Text(Escaped(text)?.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()),
                new NpgsqlParameter<int> { TypedValue = most }], ct);

    /// <summary>What happened to a recognition, oldest first.</summary>
    public async Task<IReadOnlyList<LifeLine>> EventsAsync(Guid recognition, CancellationToken ct)
    {
        await using var command = database.CreateCommand(EventsSql);
        command.Parameters.Add(CaseBatch.Uuid(recognition));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<LifeLine>();
        while (await reader.ReadAsync(ct))
        {
            lines.Add(new LifeLine(Enum.Parse<RecognitionEventKind>(reader.GetString(0)), reader.GetFieldValue<DateOnly>(1),
                reader.GetFieldValue<int?>(2), Text(reader, 3), reader.GetString(4), reader.GetFieldValue<decimal?>(5),
                reader.GetFieldValue<Guid?>(6), Text(reader, 7)));
        }

        return lines;
    }

    /// <summary>The cases about a recognition, oldest first.</summary>
    public async Task<IReadOnlyList<MatterRow>> MattersAsync(Guid recognition, CancellationToken ct)
    {
        await using var command = database.CreateCommand(MattersSql);
        command.Parameters.Add(CaseBatch.Uuid(recognition));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<MatterRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new MatterRow(reader.GetGuid(0), Text(reader, 1) ?? "", Enum.Parse<RecognitionMatterKind>(reader.GetString(2)),
                reader.GetFieldValue<int?>(3), Text(reader, 4),
                Text(reader, 5) is { } result ? Enum.Parse<RecognitionMatterResult>(result) : null,
                reader.GetBoolean(6), reader.GetBoolean(7), reader.GetFieldValue<DateOnly?>(8)));
        }

        return rows;
    }

    /// <summary>What a case about a recognition is for and how it stands; null for other cases.</summary>
    public async Task<RecognitionMatter?> MatterAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select {string.Join(", ", RecognitionMatter.Table.ColumnNames)} from recognition_matters where case_id = $1");
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? RecognitionMatter.Table.Read(reader) : null;
    }

    /// <summary>What the decision said after which the holder was asked; null where there was none.</summary>
    public async Task<string?> AskedWhyAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(AskedWhySql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private async Task<IReadOnlyList<RecognitionLifeView>> ReadAsync(
        string sql, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<RecognitionLifeView>();
        while (await reader.ReadAsync(ct)) rows.Add(View(reader));
        return rows;
    }

    private RecognitionLifeView View(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        CaseId = reader.GetGuid(1),
        CaseNumber = Text(reader, 2) ?? "",
        Number = reader.GetString(3),
        Name = reader.GetString(4),
        Category = reader.GetString(5),
        SubCategory = Text(reader, 6),
        Level = reader.GetString(7),
        IssuedOn = reader.GetFieldValue<DateOnly>(8),
        ValidTo = reader.GetFieldValue<DateOnly>(9),
        Status = Enum.Parse<RecognitionStatus>(reader.GetString(10)),
        PersonId = reader.GetGuid(11),
        AppliedBy = reader.GetGuid(12),
        IsExpired = reader.GetFieldValue<DateOnly>(9) < zone.Today,
    };

    private static string? Escaped(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}

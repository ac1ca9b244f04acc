using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Recognitions;

/// <summary>Reads recognitions: the check of a certificate, a holder's own, and the public list, which holds no personal value.</summary>
public sealed class RecognitionQueries(NpgsqlDataSource database, PortalTimeZone zone)
{
    private const int PageSize = 20;
    private const string DayFormat = "yyyyMMdd";

    private const string ViewSql =
        """
        select r.certificate_number, r.status, p.full_name, r.category, r.sub_category, r.level, o.name_zh, o.name_en, r.issued_on, r.valid_to,
          r.case_id, p.citizen_id_masked,
          (select max(e.happened_on) from recognition_events e where e.recognition_id = r.id and e.kind = r.status)
        from recognitions r join persons p on p.id = r.person_id join organisations o on o.id = r.issuer_id
        where r.certificate_number = $1
        """;

    private const string HeldSql = ViewSql +
        """
         and ($2 or r.person_id = $3 or exists (select from applications a where a.case_id = r.case_id and a.created_by = $4))
        """;

    private const string OwnSql =
        """
        select r.certificate_number from recognitions r
        where r.person_id = $1 or exists (select from applications a where a.case_id = r.case_id and a.created_by = $2)
        order by r.issued_on desc, r.id
        """;

    private const string ListSql =
        """
        select r.id, p.full_name, r.category, r.sub_category, r.level, r.issued_on, r.valid_to
        from recognitions r join persons p on p.id = r.person_id
        where r.status = 'Valid' and ($1::text is null or r.category = $1) and ($2::text is null or r.level = $2)
          and ($3::date is null or r.issued_on < $3 or (r.issued_on = $3 and r.id > $4))
        order by r.issued_on desc, r.id limit $5
        """;

    /// <summary>Checks a number that somebody typed or scanned.</summary>
    /// <returns>Null when there is no such certificate.</returns>
    public async Task<CertificateView?> VerifyAsync(string? number, CancellationToken ct)
    {
        if (CertificateNumber.Parse(number) is not { Succeeded: true } parsed) return null;
        await using var command = database.CreateCommand(ViewSql);
        command.Parameters.Add(Text(parsed.Value.Value));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>A certificate for its holder, for who applied for the holder, and for the talent office; null for everybody else.</summary>
    public async Task<HeldCertificate?> FindHeldAsync(Actor actor, string number, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (CertificateNumber.Parse(number) is not { Succeeded: true } parsed) return null;
        await using var command = database.CreateCommand(HeldSql);
        command.Parameters.Add(Text(parsed.Value.Value));
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = actor.Can(Permission.IssueCertificates) });
        command.Parameters.Add(Person(actor));
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new HeldCertificate(Read(reader), reader.GetGuid(10), reader.IsDBNull(11) ? null : reader.GetString(11));
    }

    /// <summary>The numbers of the certificates that an actor holds or applied for, newest first.</summary>
    public async Task<IReadOnlyList<string>> NumbersOfAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand(OwnSql);
        command.Parameters.Add(Person(actor));
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var numbers = new List<string>();
        while (await reader.ReadAsync(ct)) numbers.Add(reader.GetString(0));
        return numbers;
    }

    /// <summary>The number of the certificate that a case ended with; null when it has none.</summary>
    public async Task<string?> NumberOfCaseAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select certificate_number from recognitions where case_id = $1");
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>The public list of recognitions that hold or held; revoked ones are left out.</summary>
    public async Task<RecognitionPage> ListAsync(RecognitionFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var after = Cursor(filter.After);
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(Text(filter.Category));
        command.Parameters.Add(Text(filter.Level));
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after?.On ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(CaseBatch.Uuid(after?.Id ?? Guid.Empty));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize + 1 });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<RecognitionRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new RecognitionRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateOnly>(5),
                reader.GetFieldValue<DateOnly>(6)));
        }

        if (rows.Count <= PageSize) return new RecognitionPage(rows, Next: null);
        rows.RemoveAt(PageSize);
        return new RecognitionPage(rows, $"{rows[^1].IssuedOn.ToString(DayFormat, CultureInfo.InvariantCulture)}.{rows[^1].Id:N}");
    }

    private CertificateView Read(NpgsqlDataReader reader)
    {
        var (status, validTo) = (Enum.Parse<RecognitionStatus>(reader.GetString(1)), reader.GetFieldValue<DateOnly>(9));
        return new CertificateView
        {
            Number = reader.GetString(0),
            State = StateOf(status, validTo < zone.Today),
            Since = reader.GetFieldValue<DateOnly?>(12),
            Name = reader.GetString(2),
            Category = reader.GetString(3),
            SubCategory = reader.IsDBNull(4) ? null : reader.GetString(4),
            Level = reader.GetString(5),
            IssuerZh = reader.GetString(6),
            IssuerEn = reader.GetString(7),
            IssuedOn = reader.GetFieldValue<DateOnly>(8),
            ValidTo = validTo,
        };
    }

    private static CertificateState StateOf(RecognitionStatus status, bool isOver) => status switch
    {
        RecognitionStatus.Suspended => CertificateState.Suspended,
        RecognitionStatus.Lapsed => CertificateState.Lapsed,
        RecognitionStatus.Revoked => CertificateState.Revoked,
        RecognitionStatus.Superseded => CertificateState.Superseded,
        _ => isOver ? CertificateState.Expired : CertificateState.Valid,
    };

    private static (DateOnly On, Guid Id)? Cursor(string? text) =>
        text?.Split('.') is [var day, var key] && Guid.TryParseExact(key, "N", out var id)
        && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? (on, id)
            : null;

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Person(Actor actor) =>
        new() { Value = (object?)actor.PersonId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}

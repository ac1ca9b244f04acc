using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Reviews.Queries;

namespace TalentPortal.Core.Reviews.Notes;

/// <summary>A note as colleagues read it.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The words.</param>
/// <param name="Mentioned">Names of those it mentions.</param>
/// <param name="At">When, UTC.</param>
public sealed record NoteView(string Author, string Text, IReadOnlyList<string> Mentioned, DateTimeOffset At);

/// <summary>A colleague who may read a case.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">One of the units.</param>
public sealed record CaseReader(Guid Id, string Name, LocalizedText Unit);

/// <summary>A case to which a colleague called somebody's attention.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ServiceItemCode">Its service item.</param>
/// <param name="By">Who called.</param>
/// <param name="Text">The note, or the word that came with a copy.</param>
/// <param name="IsCopy">Whether the case was copied; else a note mentions the reader.</param>
/// <param name="At">When, UTC.</param>
public sealed record CalledFor(Guid CaseId, string Number, string ServiceItemCode, string By, string Text, bool IsCopy, DateTimeOffset At);

/// <summary>Reads notes. They are for officers who may read the whole case and are neither its applicant nor its subject.</summary>
public sealed class NoteQueries(NpgsqlDataSource database, CaseVisibility visibility, PortalTimeZone zone)
{
    private const int MostCalls = 50;

    private const string OwnSql = "select created_by = $2 or subject_person_id = $3 from applications where case_id = $1";

    private const string NotesSql = """
        select u.display_name, n.text,
          array(select m.display_name from unnest(n.mentioned) with ordinality as k(id, place) join portal_users m on m.id = k.id order by k.place),
          n.written_at
        from case_notes n join portal_users u on u.id = n.author_id
        where n.case_id = $1 order by n.written_at, n.id
        """;

    private const string ReadersSql = """
        select distinct on (u.display_name, u.id) u.id, u.display_name, o.name_zh, o.name_en
        from applications a join appointments p on p.from_on <= $2 and (p.to_on is null or p.to_on >= $2)
          and (p.service_item_codes is null or a.service_item_code = any(p.service_item_codes))
        join portal_users u on u.id = p.user_id
        join organisations o on o.id = p.organisation_id
        where a.case_id = $1 and p.role = any($3) and u.id <> a.created_by
          and (u.person_id is null or u.person_id is distinct from a.subject_person_id)
          and (p.role = any($4)
            or exists (select from review_tasks t where t.case_id = $1 and t.organisation_id = p.organisation_id and t.role = p.role)
            or exists (select from case_copies k where k.case_id = $1 and k.user_id = u.id))
        order by u.display_name, u.id, o.code
        """;

    private const string CallsSql = """
        select c.id, c.number, a.service_item_code, u.display_name, x.text, x.is_copy, x.at
        from (
          select case_id, author_id as by_id, text, false as is_copy, written_at as at from case_notes where mentioned @> array[$1]
          union all
          select case_id, copied_by, note, true, copied_at from case_copies where user_id = $1
        ) x
        join cases c on c.id = x.case_id
        join applications a on a.case_id = c.id
        join portal_users u on u.id = x.by_id
        where c.number is not null
        order by x.at desc, c.id limit $2
        """;

    private static readonly string[] Reading = Roles(Permission.ReadFiles);
    private static readonly string[] ReadingDistrict = Roles(Permission.ReadDistrict);

    /// <summary>Whether the actor reads and writes notes of a case.</summary>
    public async Task<bool> MayReadAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!await visibility.SeesAsync(actor, caseId, ct)) return false;
        await using var command = database.CreateCommand(OwnSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        command.Parameters.Add(CaseBatch.Uuid(actor.PersonId));
        return await command.ExecuteScalarAsync(ct) is not true;
    }

    /// <summary>The notes of a case, the oldest first; none for whom <see cref="MayReadAsync"/> refuses.</summary>
    public async Task<IReadOnlyList<NoteView>> OfCaseAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        if (!await MayReadAsync(actor, caseId, ct)) return [];
        await using var command = database.CreateCommand(NotesSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var notes = new List<NoteView>();
        while (await reader.ReadAsync(ct))
        {
            notes.Add(new NoteView(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<string[]>(2),
                reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return notes;
    }

    /// <summary>Those who may read a case and can be mentioned.</summary>
    public async Task<IReadOnlyList<CaseReader>> ReadersAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ReadersSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = zone.Today });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Reading });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ReadingDistrict });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var readers = new List<CaseReader>();
        while (await reader.ReadAsync(ct))
            readers.Add(new CaseReader(reader.GetGuid(0), reader.GetString(1),
                new LocalizedText(reader.GetString(2), reader.GetString(3))));
        return readers;
    }

    /// <summary>The last 50 cases to which colleagues called the actor's attention, the newest first.</summary>
    public async Task<IReadOnlyList<CalledFor>> CallsAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var calls = new List<CalledFor>();
        await using (var command = database.CreateCommand(CallsSql))
        {
            command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostCalls });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                calls.Add(new CalledFor(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                    reader.GetString(4),
                    reader.GetBoolean(5), reader.GetFieldValue<DateTimeOffset>(6)));
            }
        }

        // Rights may have gone since: a call does not give any.
        var seen = new Dictionary<Guid, bool>();
        foreach (var caseId in calls.Select(call => call.CaseId).Distinct()) seen[caseId] = await MayReadAsync(actor, caseId, ct);
        return [.. calls.Where(call => seen[call.CaseId])];
    }

    private static string[] Roles(Permission permission) =>
        [.. Enum.GetValues<PortalRole>().Where(role => RolePermissions.Of(role).Contains(permission)).Select(role => role.ToString())];
}

using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>Reads which cases wait to be published, and what became of those that were ticked. Offices see their own.</summary>
public sealed class GatheringQueries(NpgsqlDataSource database)
{
    private const int MostRows = 500;

    private const string ReadySql =
        """
        select c.id, c.number, a.subject_name, a.service_item_version_id, r.kind, r.organisation_id, r.step, r.facts, r.ready_at
        from ready_entries r join cases c on c.id = r.case_id join applications a on a.case_id = c.id
        where r.status = 'Ready' and r.organisation_id = any($1) and ($2::uuid[] is null or r.case_id = any($2))
          and a.created_by <> $4 and ($5::uuid is null or a.subject_person_id is distinct from $5)
        order by r.facts ->> 'serviceItem', r.facts ->> 'level', r.ready_at, c.number limit $3
        """;

    private const string ResultSql =
        """
        select n.published_at is not null, c.id, c.number, a.subject_name, r.result
        from notice_gathering_rows r join public_notices n on n.id = r.notice_id
        join cases c on c.id = r.case_id join applications a on a.case_id = c.id
        where r.notice_id = $1 and n.organisation_id = any($2) order by r.place
        """;

    /// <summary>
    /// The cases that wait at the actor's offices; of some cases only, where they are named. Nobody publishes the own case.
    /// </summary>
    public async Task<IReadOnlyList<ReadyRow>> ReadyAsync(Actor actor, IReadOnlyCollection<Guid>? caseIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand(ReadySql);
        command.Parameters.Add(Uuids(OfficesOf(actor)));
        command.Parameters.Add(Uuids(caseIds));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostRows });
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        command.Parameters.Add(CaseBatch.Uuid(actor.PersonId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ReadyRow>();
        while (await reader.ReadAsync(ct)) rows.Add(Row(reader));
        return rows;
    }

    /// <summary>What became of a gathering; null where it is not the actor's office's.</summary>
    public async Task<GatheringResult?> ResultAsync(Actor actor, Guid noticeId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand(ResultSql);
        command.Parameters.Add(CaseBatch.Uuid(noticeId));
        command.Parameters.Add(Uuids(OfficesOf(actor)));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (rows, isPublished) = (new List<GatheringResultRow>(), false);
        while (await reader.ReadAsync(ct))
        {
            isPublished = reader.GetBoolean(0);
            var (state, refusal) = GatheringSteps.Read(reader.IsDBNull(4) ? null : reader.GetString(4));
            rows.Add(new GatheringResultRow(reader.GetGuid(1), reader.GetString(2), reader.GetString(3), state, refusal));
        }

        return rows.Count == 0 ? null : new GatheringResult(noticeId, isPublished, rows);
    }

    internal static ReadyRow Row(NpgsqlDataReader reader) =>
        new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetGuid(3),
        Enum.Parse<NoticeKind>(reader.GetString(4)), reader.GetGuid(5), reader.GetString(6), NoticeFacts.FromJson(reader.GetString(7)),
        reader.GetFieldValue<DateTimeOffset>(8));

    private static Guid[] OfficesOf(Actor actor) => [.. actor.Appointments
        .Where(held => RolePermissions.Of(held.Role).Contains(Permission.RunNotices)).Select(held => held.OrganisationId).Distinct()];

    private static NpgsqlParameter Uuids(IReadOnlyCollection<Guid>? ids) =>
        new() { Value = (object?)ids?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
}

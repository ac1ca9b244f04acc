using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>Reads what was planned to follow, and how far it is.</summary>
public sealed class FollowUpSteps(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select f.subject_zh, f.subject_en, f.consequence_zh, f.consequence_en, f.becomes,
          case when j.id is null then 'Dropped' when j.status = 'Waiting' and j.last_error is not null then 'Retrying'
            when j.status = 'Waiting' then 'Planned' else j.status end,
          j.last_error, f.planned_at, case when j.status = 'Done' then j.completed_at end
        from recognition_follow_ups f left join jobs j on j.id = f.job_id
        """;

    /// <summary>Of a recognition, the latest change first.</summary>
    public Task<IReadOnlyList<FollowUpStep>> OfRecognitionAsync(Guid recognition, CancellationToken ct) =>
        ReadAsync(Sql + " where f.recognition_id = $1 order by f.planned_at desc, f.place, f.id", recognition, ct);

    /// <summary>What a deciding case brought about.</summary>
    public Task<IReadOnlyList<FollowUpStep>> OfDecisionAsync(Guid caseId, CancellationToken ct) =>
        ReadAsync(Sql + " where f.by_case_id = $1 order by f.place, f.id", caseId, ct);

    private async Task<IReadOnlyList<FollowUpStep>> ReadAsync(string sql, Guid key, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(CaseBatch.Uuid(key));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var steps = new List<FollowUpStep>();
        while (await reader.ReadAsync(ct))
        {
            steps.Add(new FollowUpStep(new LocalizedText(reader.GetString(0), reader.GetString(1)),
                new LocalizedText(reader.GetString(2), reader.GetString(3)),
                Enum.Parse<RecognitionStatus>(reader.GetString(4)), Enum.Parse<FollowUpState>(reader.GetString(5)),
                reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetFieldValue<DateTimeOffset>(7),
                reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8)));
        }

        return steps;
    }
}

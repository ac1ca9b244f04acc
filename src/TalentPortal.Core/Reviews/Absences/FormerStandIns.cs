using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Tells who stood in until a while ago why a task is no longer there.</summary>
public sealed class FormerStandIns(NpgsqlDataSource database, PortalTimeZone zone)
{
    private const string Sql =
        """
        select b.to_on, b.ended_at from review_tasks t join appointments a on a.role = t.role and a.organisation_id = t.organisation_id
        join absences b on b.user_id = a.user_id and b.stand_in_id = $1
        where t.id = $2 and b.from_on <= $3 and (b.ended_at is not null or b.to_on < $3)
          and (b.service_item_codes is null or t.service_item_code = any(b.service_item_codes))
        order by b.to_on desc limit 1
        """;

    /// <summary>Why a task can't be acted on: the time of standing in has ended; else it is not found.</summary>
    public async Task<Refusal> WhyNotAsync(Guid userId, Guid taskId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(CaseBatch.Uuid(userId));
        command.Parameters.Add(CaseBatch.Uuid(taskId));
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = zone.Today });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return new CaseNotFound();
        var last = reader.GetFieldValue<DateOnly>(0);
        return new StandInEnded(reader.IsDBNull(1) ? last : zone.DateOf(reader.GetFieldValue<DateTimeOffset>(1)));
    }
}

using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>The one waiting job of a kind that a clock has: planned anew whenever the clock changes.</summary>
internal static class ClockJobs
{
    // A job in hand is taken back by the plan that replaces it: its lease goes, so that the end of its run changes nothing.
    private const string PlanSql =
        """
        insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at) values ($1, $2, $3, $4, $5, 'Waiting', $6, $7)
        on conflict (kind, unique_key) where unique_key is not null and status = 'Waiting'
        do update set run_at = excluded.run_at, attempts = 0, leased_until = null, last_error = null
        """;

    private const string DropSql = "delete from jobs where kind = $1 and unique_key = $2 and status = 'Waiting'";

    /// <summary>Has a clock looked at at a moment, and at no other.</summary>
    public static void Plan(CaseWork work, CaseDeadline clock, string kind, DateTimeOffset at)
    {
        var job = Job.Of(kind, work.Now, at, work.CaseId, JsonSerializer.Serialize(new LightTurning(clock.Id), JsonSerializerOptions.Web));
        work.Execute(new NpgsqlBatchCommand(PlanSql)
        {
            Parameters =
            {
                CaseBatch.Uuid(job.Id), CaseBatch.Text(job.Kind), CaseBatch.Uuid(job.CaseId), CaseBatch.Json(job.Payload),
                CaseBatch.Text(KeyOf(clock)),
                CaseBatch.At(job.RunAt), CaseBatch.At(job.CreatedAt),
            },
        });
    }

    /// <summary>Has it looked at no more.</summary>
    public static void Drop(CaseWork work, CaseDeadline clock, string kind) =>
        work.Execute(new NpgsqlBatchCommand(DropSql) { Parameters = { CaseBatch.Text(kind), CaseBatch.Text(KeyOf(clock)) } });

    private static string KeyOf(CaseDeadline clock) => clock.Id.ToString("N", CultureInfo.InvariantCulture);
}

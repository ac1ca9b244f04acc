using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Reviews;

/// <summary>
/// How often a unit asks an applicant to supply something: once for all that is missing (Administrative Licensing Law, section 32). To ask
/// again, a supervisor asks himself with a reason, or allows it with one.
/// </summary>
public sealed class SupplementRounds(ParameterTable parameters, PortalTimeZone zone)
{
    private const string AllowedSql =
        "select exists (select from case_actions where case_id = $1 and kind = 'SupplementAllowed' and acted_at >= $2)";

    /// <summary>Why the officer may not ask again; null when he may.</summary>
    public async Task<Refusal?> WhyNotAgainAsync(CaseWork work, ReviewTask task, Actor actor, string reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var standing = work.Rows<Supplement>().Where(row => row.Status is not SupplementStatus.Cancelled)
            .Select(row => row.RequestedAt).ToHashSet();
        var asked = work.Rows<Decision>().Where(row => row.Gaps is not null && row.OrganisationId == task.OrganisationId
            && standing.Contains(row.DecidedAt)).ToList();
        if (asked.Count < parameters.Int("supplement.maxRounds", zone.DateOf(work.Now))) return null;
        if (actor.MaySupervise(task)) return string.IsNullOrWhiteSpace(reason) ? new ReasonMissing() : null;
        await using var command = new NpgsqlCommand(AllowedSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(work.CaseId), new NpgsqlParameter<DateTimeOffset> { TypedValue = asked.Max(row => row.DecidedAt).ToUniversalTime() } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))! ? null : new SecondSupplementNotAllowed(asked.Count);
    }
}

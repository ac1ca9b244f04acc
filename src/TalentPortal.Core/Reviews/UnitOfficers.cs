using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews;

/// <summary>Who of a unit can act on a case today, read inside its transaction.</summary>
public sealed class UnitOfficers(PortalTimeZone zone)
{
    private const string Holding =
        "organisation_id = $1 and from_on <= $2 and (to_on is null or to_on >= $2) and (service_item_codes is null or $3 = any(service_item_codes))";

    private const string EachSql = $"select distinct user_id from appointments where {Holding} and role = $4 order by user_id";

    private const string RolesSql = $"select distinct role from appointments where {Holding}";

    /// <summary>The roles that answer when their unit is asked, the first that is held first.</summary>
    internal static IReadOnlyList<PortalRole> Answering { get; } =
        [PortalRole.DepartmentReviewer, PortalRole.TownReviewer, PortalRole.TalentOffice, PortalRole.JointChecker];

    /// <summary>One assignment for each holder of a role in a unit; none where nobody holds it.</summary>
    public async Task<IReadOnlyList<ReviewAssignment>> EachAsync(
        CaseWork work, Guid organisationId, string role, string serviceItemCode, CancellationToken ct)
    {
        await using var command = Command(work, EachSql, organisationId, serviceItemCode);
        command.Parameters.Add(CaseBatch.Text(role));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var assignments = new List<ReviewAssignment>();
        while (await reader.ReadAsync(ct)) assignments.Add(new ReviewAssignment(organisationId, reader.GetGuid(0)));
        return assignments;
    }

    /// <summary>The role that answers when the unit is asked; null where nobody could.</summary>
    public async Task<string?> AnsweringAsync(CaseWork work, Guid organisationId, string serviceItemCode, CancellationToken ct)
    {
        await using var command = Command(work, RolesSql, organisationId, serviceItemCode);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var held = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) held.Add(reader.GetString(0));
        return Answering.Select(role => role.ToString()).FirstOrDefault(held.Contains);
    }

    private NpgsqlCommand Command(CaseWork work, string sql, Guid organisationId, string serviceItemCode)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new NpgsqlCommand(sql, work.Connection)
        {
            Parameters =
            {
                CaseBatch.Uuid(organisationId),
                new NpgsqlParameter<DateOnly> { TypedValue = zone.DateOf(work.Now) },
                CaseBatch.Text(serviceItemCode),
            },
        };
    }
}

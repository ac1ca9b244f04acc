using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>
/// Which cases an officer may read whole: those of which a task, whatever its state, lies with a unit, role and service item he holds,
/// if that role reads files, and those copied to him; the talent office reads every case of the district. Administrators, experts and joint
/// checkers read none. A rating is no file: it has a desk of its own. What is not visible is not found.
/// </summary>
public sealed class CaseVisibility(NpgsqlDataSource database)
{
    /// <summary>
    /// Keeps to numbered cases <c>c</c> that are visible; its parameters are those of <see cref="ParametersOf"/>, $1 to $5.
    /// </summary>
    public const string Condition = $"""
        c.kind <> 'Rating' and c.number is not null and ($4 or exists (select from review_tasks t where t.case_id = c.id and {InboxSql.Reach})
          or exists (select from case_copies k where k.case_id = c.id and k.user_id = $5))
        """;

    private const string SeesSql = $"select exists (select from cases c where c.id = $6 and {Condition})";

    /// <summary>Whether a case is visible.</summary>
    public async Task<bool> SeesAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(SeesSql);
        foreach (var parameter in ParametersOf(actor)) command.Parameters.Add(parameter);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The parameters of <see cref="Condition"/>.</summary>
    public static IEnumerable<NpgsqlParameter> ParametersOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var reading = actor.Appointments.Where(held => RolePermissions.Of(held.Role).Contains(Permission.ReadFiles));
        return Parameters(reading, actor.Can(Permission.ReadDistrict), actor.Can(Permission.ReadFiles) ? actor.UserId : null);
    }

    /// <summary>The same for whoever counts the whole district.</summary>
    public static IEnumerable<NpgsqlParameter> ParametersOfDistrict() => Parameters([], seesAll: true, copiedTo: null);

    private static IEnumerable<NpgsqlParameter> Parameters(IEnumerable<ActorAppointment> reading, bool seesAll, Guid? copiedTo) =>
        [.. InboxSql.ReachOf(reading), new NpgsqlParameter<bool> { TypedValue = seesAll }, CaseBatch.Uuid(copiedTo)];
}

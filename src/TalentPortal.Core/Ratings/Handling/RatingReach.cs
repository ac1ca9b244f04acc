using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>
/// Whose eyes a bad rating meets. While it is open, only officers of the rated unit who had no hand in the case, and such officers of the
/// talent office; for the talent office's own the leading group stands in. Whoever decided, wrote or handed in the case does not learn that
/// it was rated before that is over; then the whole unit may.
/// </summary>
public static class RatingReach
{
    /// <summary>Whether account $1 (its person is $2) had a hand in the case that rating <c>r</c> is about.</summary>
    internal const string Hand =
        """
        (exists (select from decisions x where x.case_id = r.rated_case_id and x.officer_id = $1)
          or exists (select from review_tasks x where x.case_id = r.rated_case_id and $1 in (x.claimed_by, x.closed_by, x.assignee_id))
          or exists (select from case_actions x where x.case_id = r.rated_case_id and x.by_user_id = $1)
          or exists (select from applications x where x.case_id = r.rated_case_id
            and ($1 in (x.created_by, x.submitted_by) or x.subject_person_id = $2)))
        """;

    /// <summary>Whether rating <c>r</c> is one that the parameters of <see cref="ParametersOf"/>, $1 to $5, may see.</summary>
    internal const string Condition =
        $"""
        (r.status in ('ToContact', 'ToRectify', 'ToFollowUp') and not {Hand} and (r.organisation_id = any($3) or $4
            or ($5 and exists (select from organisations o where o.id = r.organisation_id and o.kind = 'TalentOffice')))
          or r.status = 'Closed' and (r.organisation_id = any($3) or $4
            or ($5 and exists (select from organisations o where o.id = r.organisation_id and o.kind = 'TalentOffice'))))
        """;

    private const string SeesSql = $"select exists (select from ratings r where r.case_id = $6 and {Condition})";

    private const string HandSql = $"select {Hand} from ratings r where r.case_id = $3";

    /// <summary>The units for which somebody deals with bad ratings.</summary>
    public static Guid[] UnitsOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. actor.Appointments.Where(held => RolePermissions.Of(held.Role).Contains(Permission.HandleRatings))
            .Select(held => held.OrganisationId).Distinct()];
    }

    /// <summary>The parameters of <see cref="Condition"/>.</summary>
    internal static IEnumerable<NpgsqlParameter> ParametersOf(Actor actor) =>
    [
        CaseBatch.Uuid(actor.UserId), CaseBatch.Uuid(actor.PersonId),
        new NpgsqlParameter { Value = UnitsOf(actor), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
        new NpgsqlParameter<bool> { TypedValue = Holds(actor, OrganisationKind.TalentOffice) },
        new NpgsqlParameter<bool> { TypedValue = Holds(actor, OrganisationKind.LeadingGroup) },
    ];

    /// <summary>Whether somebody may see a rating, inside the transaction that has it locked.</summary>
    internal static async Task<bool> SeesAsync(CaseWork work, Actor actor, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SeesSql, work.Connection);
        foreach (var parameter in ParametersOf(actor)) command.Parameters.Add(parameter);
        command.Parameters.Add(CaseBatch.Uuid(work.CaseId));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Whether somebody had a hand in the case that the locked rating is about.</summary>
    internal static async Task<bool> HasHandAsync(CaseWork work, Actor actor, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HandSql, work.Connection);
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        command.Parameters.Add(CaseBatch.Uuid(actor.PersonId));
        command.Parameters.Add(CaseBatch.Uuid(work.CaseId));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Whether somebody may decide appeals of a unit of this kind: the talent office, and for its own the leading group.</summary>
    internal static bool MayDecideAppeals(Actor actor, OrganisationKind ratedUnit) => actor.Can(Permission.DecideRatingAppeals)
        && Holds(actor, ratedUnit is OrganisationKind.TalentOffice ? OrganisationKind.LeadingGroup : OrganisationKind.TalentOffice);

    private static bool Holds(Actor actor, OrganisationKind kind) => actor.Appointments.Any(held =>
        held.OrganisationKind == kind && RolePermissions.Of(held.Role).Contains(Permission.HandleRatings));
}

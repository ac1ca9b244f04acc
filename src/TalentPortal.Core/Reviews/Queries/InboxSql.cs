using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>
/// The statements of the inbox. Parameters: $1–$3 the reader's reach (units, roles, service items or null), $4 the reader and for whom the reader stands in, $5 service item,
/// $6 step, $7 town, $8 today, $9 the last day that shows yellow, $10 light, $11 and $12 the cursor, $13 limit.
/// </summary>
internal static class InboxSql
{
    private const string From = """
        from review_tasks t
        join review_steps s on s.id = t.step_id
        join cases c on c.id = t.case_id
        join applications a on a.case_id = t.case_id
        """;

    /// <summary>Keeps to tasks <c>t</c> within the reach of $1 to $3.</summary>
    public const string Reach = """
        t.organisation_id = any($1) and exists (select from unnest($1, $2, $3) r(unit, role, item)
          where r.unit = t.organisation_id and r.role = t.role and (r.item is null or r.item = t.service_item_code))
        """;

    private const string Filters =
        "($5::text is null or t.service_item_code = $5) and ($6::text is null or t.step_code = $6) "
        + "and ($7::uuid is null or a.town_organisation_id = $7)";

    private const string LightOf = """
        case when t.paused or c.hold or s.settings->>'pauseReason' is not null then 'Grey' when t.due_on is null then 'Green'
          when t.due_on < $8 then 'Red' when t.due_on <= $9 then 'Yellow' else 'Green' end
        """;

    /// <summary>One page of rows.</summary>
    public static string Rows(InboxScope scope) => $"""
        select t.id, t.case_id, c.number, a.subject_name, t.service_item_code, a.service_item_version_id, t.step_code,
          a.town_organisation_id, t.organisation_id, t.role, t.status, coalesce(t.claimed_by, t.assignee_id), u.display_name,
          t.due_on, {LightOf}, t.created_at, coalesce((s.settings->>'anonymous')::boolean, false)
        {From}
        left join portal_users u on u.id = coalesce(t.claimed_by, t.assignee_id)
        where {Scope(scope)} and {Reach} and {Filters} and ($10::text is null or $10 = {LightOf})
          and ($12::uuid is null
            or ($11::date is not null and ((t.due_on, t.id) > ($11, $12) or t.due_on is null))
            or ($11::date is null and t.due_on is null and t.id > $12))
        order by t.due_on, t.id limit $13
        """;

    /// <summary>How many tasks show each light.</summary>
    public static string Lights(InboxScope scope) => $"""
        select {LightOf} as light, count(*)::int {From} where {Scope(scope)} and {Reach} and {Filters}
        group by light
        """;

    /// <summary>What the filters can choose from.</summary>
    public static string Choices(InboxScope scope) => $"""
        select t.service_item_code, t.step_code, a.town_organisation_id, count(*)::int
        {From} where {Scope(scope)} and {Reach}
        group by 1, 2, 3 order by 1, 2, 3
        """;

    /// <summary>The reader's reach as three parallel lists: one entry a unit, role and service item (null for all items).</summary>
    public static IEnumerable<NpgsqlParameter> ReachOf(IEnumerable<ActorAppointment> appointments)
    {
        var reach = appointments.SelectMany(held => held.ServiceItemCodes is { } codes
            ? codes.Select(code => (held.OrganisationId, Role: held.Role.ToString(), Code: (string?)code))
            : [(held.OrganisationId, held.Role.ToString(), null)]).ToList();
        yield return new NpgsqlParameter<Guid[]> { TypedValue = [.. reach.Select(one => one.OrganisationId)] };
        yield return new NpgsqlParameter<string[]> { TypedValue = [.. reach.Select(one => one.Role)] };
        yield return new NpgsqlParameter
        {
            Value = reach.Select(one => one.Code).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        };
    }

    private static string Scope(InboxScope scope) => scope switch
    {
        InboxScope.Mine => "((t.status = 'Claimed' and t.claimed_by = any($4)) or (t.status = 'Open' and t.assignee_id = any($4)))",
        InboxScope.Pool => "t.status = 'Open' and t.assignee_id is null",
        _ => "t.status = 'Claimed' and t.claimed_by <> all($4)",
    };
}

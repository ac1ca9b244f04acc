using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Reviews.Queries.Search;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>
/// The statements of the inbox, built for the filter at hand, so that each walks one index from its first row to its last. Parameters:
/// $1–$3 the reader's reach (units, roles, service items or null), $4 the reader and for whom the reader stands in,
/// $5 today, $6 the last day that shows yellow, $7 service item, $8 step, $9 town, $10 and $11 the cursor. Limits stand in the text:
/// prepared, they are known to the plan.
/// </summary>
internal static class InboxSql
{
    /// <summary>Keeps to tasks <c>t</c> within the reach of $1 to $3.</summary>
    public const string Reach = """
        t.organisation_id = any($1) and exists (select from unnest($1, $2, $3) r(unit, role, item)
          where r.unit = t.organisation_id and r.role = t.role and (r.item is null or r.item = t.service_item_code))
        """;

    /// <summary>By which tasks are sorted: those without a limit last.</summary>
    private const string Due = "coalesce(t.due_on, date '9999-12-31')";

    private const string NoTown = "'00000000-0000-0000-0000-000000000000'::uuid";

    private const string Held = "t.organisation_id = r.unit and t.role = r.role and (r.item is null or t.service_item_code = r.item)";

    private const string LightOf =
        "case when t.paused then 'Grey' when t.due_on < $5 then 'Red' when t.due_on <= $6 then 'Yellow' else 'Green' end";

    private const string Columns = $"""
        select t.id, t.case_id, c.number, a.subject_name, t.service_item_code, a.service_item_version_id, t.step_code,
          t.town_id, t.organisation_id, t.role, t.status, coalesce(t.claimed_by, t.assignee_id), u.display_name,
          t.due_on, {LightOf}, t.created_at, coalesce((s.settings->>'anonymous')::boolean, false)
        """;

    /// <summary>One page of rows.</summary>
    public static string Rows(InboxFilter filter, int posts, bool hasCursor, int limit) => $"""
        with found as ({Walk(filter, posts, $"t.id, {Due} as due", hasCursor ? ">" : null,
          ($" order by {Due}, t.id limit {limit}", $" order by t.due, t.id limit {limit}"))})
        {Columns}
        from found f join review_tasks t on t.id = f.id join review_steps s on s.id = t.step_id join cases c on c.id = t.case_id
        join applications a on a.case_id = t.case_id left join portal_users u on u.id = coalesce(t.claimed_by, t.assignee_id)
        order by f.due, f.id
        """;

    /// <summary>The task nearest to a place of the list, after or before it.</summary>
    public static string Neighbour(InboxFilter filter, int posts, bool after)
    {
        var way = after ? "" : " desc";
        return Walk(filter, posts, $"t.id, {Due} as due", after ? ">" : "<",
            ($" order by {Due}{way}, t.id{way} limit 1", $" order by t.due{way}, t.id{way} limit 1"));
    }

    /// <summary>
    /// Open tasks of the cases that a search finds, in all scopes; $7 and $8 are the search's. Who and which organisation an anonymous
    /// step is about is not found out by searching.
    /// </summary>
    public static string Search(CaseSearch search, int limit) => $"""
        {Columns}
        from cases c join applications a on a.case_id = c.id join review_tasks t on t.case_id = c.id join review_steps s on s.id = t.step_id
        left join portal_users u on u.id = coalesce(t.claimed_by, t.assignee_id)
        where {CaseSearchSql.Condition(search, 7)} and {Reach}
          and (t.status = 'Claimed' or t.status = 'Open' and (t.assignee_id is null or t.assignee_id = any($4)))
          {(search.IsByNumber ? "" : "and not coalesce((s.settings->>'anonymous')::boolean, false)")}
        order by {Due}, t.id limit {limit}
        """;

    /// <summary>The lights that a task can show.</summary>
    public static IReadOnlyList<Light> TaskLights { get; } = [Light.Red, Light.Yellow, Light.Green, Light.Grey];

    /// <summary>How many tasks show each of <see cref="TaskLights"/>, up to so many.</summary>
    public static string Lights(InboxFilter filter, int posts, int most) => "select " + string.Join(", ", TaskLights.Select(light =>
        $"(select count(*)::int from ({Walk(filter with { Light = light }, posts, "1", beyond: null, ($" limit {most}", $" limit {most}"))}) counted)"));

    /// <summary>What the filters can choose from within the reach: by leaps from one combination to the next.</summary>
    public static string Choices(int posts) => $"""
        with recursive leap as (
          (select r.unit, r.role, r.item as within, found.* from {Posts(posts)} cross join lateral (
            select t.service_item_code as item, t.step_code as step, coalesce(t.town_id, {NoTown}) as town from review_tasks t
            where t.organisation_id = r.unit and t.role = r.role and t.status in ('Open', 'Claimed')
            order by t.service_item_code, t.step_code, coalesce(t.town_id, {NoTown}) limit 1) found)
          union all
          select l.unit, l.role, l.within, found.* from leap l cross join lateral (
            select t.service_item_code as item, t.step_code as step, coalesce(t.town_id, {NoTown}) as town from review_tasks t
            where t.organisation_id = l.unit and t.role = l.role and t.status in ('Open', 'Claimed')
              and (t.service_item_code, t.step_code, coalesce(t.town_id, {NoTown})) > (l.item, l.step, l.town)
            order by t.service_item_code, t.step_code, coalesce(t.town_id, {NoTown}) limit 1) found)
        select distinct item, step, nullif(town, {NoTown}) from leap where within is null or within = item order by 1, 2, 3
        """;

    /// <summary>
    /// The reader's reach as three parallel lists: one entry a unit, role and service item (null for all items), none twice.
    /// </summary>
    public static IEnumerable<NpgsqlParameter> ReachOf(IEnumerable<ActorAppointment> appointments)
    {
        var reach = appointments.SelectMany(held => held.ServiceItemCodes is { } codes
            ? codes.Select(code => (held.OrganisationId, Role: held.Role.ToString(), Code: (string?)code))
            : [(held.OrganisationId, held.Role.ToString(), null)]).Distinct().ToList();
        var whole = reach.Where(one => one.Code is null).Select(one => (one.OrganisationId, one.Role)).ToHashSet();
        reach.RemoveAll(one => one.Code is not null && whole.Contains((one.OrganisationId, one.Role)));
        yield return new NpgsqlParameter<Guid[]> { TypedValue = [.. reach.Select(one => one.OrganisationId)] };
        yield return new NpgsqlParameter<string[]> { TypedValue = [.. reach.Select(one => one.Role)] };
        yield return new NpgsqlParameter
        {
            Value = reach.Select(one => one.Code).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        };
    }

    /// <summary>
    /// Walks the index of a scope: of one's own tasks by their holder, of others by unit and role, one walk for each of the reach.
    /// </summary>
    private static string Walk(InboxFilter filter, int posts, string columns, string? beyond, (string Inner, string Outer) ends)
    {
        var conditions = Conditions(filter, beyond);
        string Select(string scope) => $"select {columns} from review_tasks t where {scope}{conditions}{ends.Inner}";
        return filter.Scope switch
        {
            InboxScope.Mine => $"""
                select t.* from unnest($4) h(holder) cross join lateral (
                  ({Select($"t.status = 'Claimed' and t.claimed_by = h.holder and {Reach}")})
                  union all ({Select($"t.status = 'Open' and t.assignee_id = h.holder and {Reach}")})) t{ends.Outer}
                """,
            InboxScope.Pool => PerPost(posts, Select($"{Held} and t.status = 'Open' and t.assignee_id is null"), ends.Outer),
            _ => PerPost(posts, Select($"{Held} and t.status = 'Claimed' and t.claimed_by <> all($4)"), ends.Outer),
        };
    }

    /// <summary>
    /// The reach as rows, their number in the text: a plan for any number of them would be thought too dear to be kept.
    /// </summary>
    private static string Posts(int posts) => posts == 0 ? "unnest($1, $2, $3) r(unit, role, item)"
        : $"(values {string.Join(", ", Enumerable.Range(1, posts).Select(place => $"($1[{place}], $2[{place}], $3[{place}])"))}) r(unit, role, item)";

    private static string PerPost(int posts, string select, string end) =>
        $"select t.* from {Posts(posts)} cross join lateral ({select}) t{end}";

    private static string Conditions(InboxFilter filter, string? beyond) => string.Concat(
        filter.ServiceItem is null ? "" : " and t.service_item_code = $7",
        filter.Step is null ? "" : " and t.step_code = $8",
        filter.TownId is null ? "" : " and t.town_id = $9",
        beyond is not null ? $" and ({Due}, t.id) {beyond} (coalesce($10, date '9999-12-31'), $11)" : "",
        filter.Light switch
        {
            null => "",
            Light.Grey => " and t.paused",
            Light.Red => $" and not t.paused and {Due} < $5",
            Light.Yellow => $" and not t.paused and {Due} >= $5 and {Due} <= $6",
            _ => $" and not t.paused and {Due} > $6",
        });
}

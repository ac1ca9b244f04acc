using System.Globalization;
using TalentPortal.TestCommon.Databases;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>What has to hold in the database after the kills; each check hands back what does not.</summary>
internal sealed class Aftermath(TestDatabase database)
{
    /// <summary>Statements that find something only where something is wrong, by what is wrong then.</summary>
    private static readonly (string Wrong, string Sql)[] Checks =
    [
        ("operations carried out twice", "select case_id::text from operations where type = 'ApplicationSubmitting' group by case_id having count(*) > 1"),
        ("cases without the whole of a submit", """
            select a.case_id::text from applications a join cases c on c.id = a.case_id
            where c.number is null or not exists (select from operations o where o.case_id = c.id and o.type = 'ApplicationSubmitting')
              or (select count(*) from workflow_instances w where w.case_id = c.id) = 0
              or (select count(*) from operation_events e where e.stream_id = c.id and e.type = 'ApplicationSubmitted') <> 1
            """),
        ("decisions without operation, task or audit", """
            select d.id::text from decisions d left join review_tasks t on t.id = d.task_id
            where t.status is distinct from 'Closed' or t.closed_by is distinct from d.officer_id
              or (select count(*) from decisions x where x.task_id = d.task_id) <> 1
            """),
        ("waiting reviews without their wait, or the other way round", """
            select coalesce(s.id::text, b.id) from (select * from review_steps where status = 'Open') s
            full join (select b.* from bookmarks b where exists (select from review_steps r where r.bookmark_id = b.id)) b on b.id = s.bookmark_id
            where s.id is null or b.id is null
            """),
        ("open steps without exactly one open task", """
            select s.id::text from review_steps s
            where (select count(*) from review_tasks t where t.step_id = s.id and t.status in ('Open', 'Claimed'))
              <> case when s.status = 'Open' then 1 else 0 end
            """),
        ("applications whose open tasks are not those of their state", """
            select a.case_id || ' ' || a.status || ' ' || coalesce(a.stage, '-') || ' ' || coalesce(t.steps, '-') from applications a
            left join (select case_id, string_agg(step_code, ',' order by step_code) steps from review_tasks
              where status in ('Open', 'Claimed') group by case_id) t on t.case_id = a.case_id
            where coalesce(t.steps, '-') <> case
              when a.service_item_code = 'RC320001' and a.status = 'Submitted' then 'accept'
              when a.service_item_code = 'RC320001' and a.status = 'InReview' then 'answer'
              when a.service_item_code = 'RC320001' then '-'
              when exists (select from notice_entries n where n.case_id = a.case_id and n.status in ('Running', 'Frozen')) then '-'
              when a.stage in ('recommend', 'town', 'department') then a.stage
              else '?' end
            """),
        ("workflows that neither run on nor wait", """
            select w.id from workflow_instances w where w.status = 'Running' and not exists (select from bookmarks b where b.instance_id = w.id)
            """),
        ("waits of workflows that ended", """
            select b.id from bookmarks b join workflow_instances w on w.id = b.instance_id where w.status <> 'Running'
            """),
        ("incidents", "select case_id || ' ' || reason from incidents"),
        ("waits that fired twice", """
            select facts->>'bookmark' from operation_events where type = 'TimerFired' group by 1 having count(*) > 1
            """),
        ("messages written twice", """
            select case_id || ' ' || template from outbox_messages where case_id is not null group by case_id, template, recipient_id, parameters::text having count(*) > 1
            """),
    ];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(Load load)
    {
        var wrong = new List<string>();
        foreach (var (name, sql) in Checks)
        {
            var found = await ListAsync(sql);
            if (found.Count > 0) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {found.Count}, for example {string.Join("; ", found.Take(3))}"));
        }

        // Closed cases are rated in cases of their own, which bear a number too: only what was handed in is compared.
        var numbers = await ListAsync("select c.number from cases c join applications a on a.case_id = c.id where c.number is not null");
        Compare(wrong, "submits", [.. load.Submits.Values], numbers);
        Compare(wrong, "decisions", [.. load.Decisions.Select(one => $"{one.Key} {one.Value.Decision} {one.Value.Outcome}")],
            await ListAsync("select task_id || ' ' || id || ' ' || outcome from decisions"));
        return wrong;
    }

    /// <summary>How many waits have fired.</summary>
    public async Task<long> FiredAsync() => (long)(await database.ScalarAsync("select count(*) from operation_events where type = 'TimerFired'"))!;

    /// <summary>How many waits are due and have not fired.</summary>
    public async Task<long> DueAsync(DateTimeOffset now) =>
        (long)(await database.ScalarAsync("select count(*) from bookmarks b join cases c on c.id = b.case_id where b.due_at <= $1 and not c.hold", now))!;

    /// <summary>Every acknowledged one is there, once; and there is none that nobody was told of, because every client waited for its answer.</summary>
    private static void Compare(List<string> wrong, string what, List<string> acknowledged, List<string> kept)
    {
        var lost = acknowledged.Except(kept, StringComparer.Ordinal).ToList();
        var extra = kept.Except(acknowledged, StringComparer.Ordinal).ToList();
        var doubles = kept.Count - kept.Distinct(StringComparer.Ordinal).Count() + acknowledged.Count - acknowledged.Distinct(StringComparer.Ordinal).Count();
        if (lost.Count + extra.Count + doubles > 0)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {lost.Count} lost, {extra.Count} unacknowledged, {doubles} double; {string.Join("; ", lost.Concat(extra).Take(3))}"));
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }
}

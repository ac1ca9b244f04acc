using Npgsql;
using TalentPortal.TestCommon.Databases;

namespace TalentPortal.Core.Tests.Files;

/// <summary>The rows that materials refer to, written as short as the schema allows.</summary>
internal sealed class MaterialRowsForTests(TestDatabase database)
{
    public async Task<Guid> UserAsync()
    {
        var id = Guid.NewGuid();
        await database.ScalarAsync(
            """
            insert into portal_users (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
              concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, display_name, created_at)
            values ($1, $1::text, $1::text, $1::text, $1::text, true, 's', 'c', false, false, true, 0, 'U', '2026-01-01T00:00Z')
            """,
            id);
        return id;
    }

    public async Task<Guid> PersonAsync()
    {
        await DistrictAsync();
        var id = Guid.NewGuid();
        await database.ScalarAsync(
            "insert into persons (id, district_id, full_name, created_at) values ($1, 1, 'P', '2026-01-01T00:00Z')",
            id);
        return id;
    }

    public async Task<Guid> OrganisationAsync()
    {
        await DistrictAsync();
        var id = Guid.NewGuid();
        await database.ScalarAsync(
            """
            insert into organisations (id, district_id, code, kind, name_zh, name_en, provenance, active_from)
            values ($1, 1, $1::text, 'Firm', 'F', 'F', 'test', '2026-01-01')
            """,
            id);
        return id;
    }

    /// <summary>An application in a status; all but a draft were submitted, an approved or withdrawn one is closed.</summary>
    public async Task<Guid> ApplicationAsync(Guid userId, string status)
    {
        await DistrictAsync();
        var id = Guid.NewGuid();
        await database.ScalarAsync(
            """
            with definition as (
              insert into workflow_definitions (definition_id, version, checksum, content, loaded_at)
              values ($1::text, 1, 'c', '{}', '2026-01-01T00:00Z') returning definition_id),
            item as (
              insert into service_item_versions (id, code, key, version, checksum, content, definition_id, definition_version,
                published_at)
              select $1, upper(left(replace($1::text, '-', ''), 8)), 'item', 1, 'c', '{}', definition_id, 1, '2026-01-01T00:00Z'
              from definition returning id),
            folder as (
              insert into cases (id, kind, district_id, audit_head, created_at)
              values ($1, 'Application', 1, '', '2026-01-01T00:00Z') returning id)
            insert into applications (case_id, service_item_code, service_item_version_id, status, created_by, answers, created_at,
              saved_at, submitted_at, closed_at)
            select folder.id, 'ITEM0001', item.id, $3, $2, '{}', '2026-01-01T00:00Z', '2026-01-01T00:00Z',
              case when $3 <> 'Draft' then timestamptz '2026-01-02T00:00Z' end,
              case when $3 in ('Approved', 'Withdrawn') then timestamptz '2026-01-03T00:00Z' end
            from folder, item
            """,
            id,
            userId,
            status);
        return id;
    }

    public async Task LinkAsync(Guid caseId, Guid materialId) => await database.ScalarAsync(
        "insert into case_materials (case_id, material_id, code, linked_at) values ($1, $2, 'DIPLOMA', '2026-01-01T00:00Z')",
        caseId,
        materialId);

    /// <summary>Links and submits in the caller's transaction.</summary>
    public static async Task SubmitAsync(NpgsqlConnection connection, Guid caseId, Guid materialId)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    "update applications set status = 'Submitted', submitted_at = '2026-01-02T00:00Z' where case_id = $1")
                {
                    Parameters = { new NpgsqlParameter { Value = caseId } },
                },
                new NpgsqlBatchCommand(
                    "insert into case_materials (case_id, material_id, code, linked_at) values ($1, $2, 'DIPLOMA', '2026-01-01T00:00Z')")
                {
                    Parameters = { new NpgsqlParameter { Value = caseId }, new NpgsqlParameter { Value = materialId } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Returns once somebody in this database waits for a lock.</summary>
    public async Task WaitForBlockedAsync()
    {
        const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await database.ScalarAsync(Waiting) is 0L) await Task.Delay(10, patience.Token);
    }

    private async Task DistrictAsync() => await database.ScalarAsync(
        "insert into districts (id, code, name_zh, name_en) values (1, '450311', 'D', 'D') on conflict do nothing");
}

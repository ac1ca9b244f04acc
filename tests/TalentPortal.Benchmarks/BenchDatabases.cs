using Npgsql;
using NpgsqlTypes;
using TalentPortal.Benchmarks.Yardstick;

namespace TalentPortal.Benchmarks;

/// <summary>The portal's database and its copy for pgbench, on one cluster.</summary>
internal sealed class BenchDatabases
{
    private const string Copy = "yardstick";

    private const string AddAccountsSql =
        """
        insert into portal_users
        select (jsonb_populate_record(demo, jsonb_build_object('id', one.id, 'user_name', one.name, 'normalized_user_name', upper(one.name),
          'email', one.name, 'normalized_email', upper(one.name), 'is_demo', false))).*
        from portal_users demo, unnest($1, $2) as one(id, name) where demo.user_name = 'talent@demo'
        """;

    private const string AddMaterialsSql =
        """
        with added as (
          insert into materials (id, owner_user_id, code, file_name, content_type, size_bytes, sha256, trust_level, uploaded_at)
          select one.id, one.owner, $3, 'picture.jpg', 'image/jpeg', 4, sha256('\xffd8ffd9'), 'D', '2026-01-05Z' from unnest($1, $2) as one(id, owner)
          returning id)
        insert into material_contents select id, '\xffd8ffd9' from added
        """;

    /// <summary>Whatever the portal has still to do by itself.</summary>
    private const string PendingSql =
        "select (select count(*) from outbox_messages where status = 'Pending') + (select count(*) from jobs where status = 'Waiting' and run_at <= now())";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Reaches both.</summary>
    /// <param name="connection">To the portal's.</param>
    public BenchDatabases(string connection)
    {
        Portal = NpgsqlDataSource.Create(connection);
        YardstickAddress = new NpgsqlConnectionStringBuilder(connection) { Database = Copy };
        Yardstick = NpgsqlDataSource.Create(YardstickAddress.ConnectionString);
    }

    /// <summary>The portal's.</summary>
    public NpgsqlDataSource Portal { get; }

    /// <summary>The copy.</summary>
    public NpgsqlDataSource Yardstick { get; }

    /// <summary>Where the copy is.</summary>
    public NpgsqlConnectionStringBuilder YardstickAddress { get; }

    /// <summary>Gives each applicant an account with the demonstration's password, and a paper of each of the two codes.</summary>
    public async Task AddAccountsAsync(IReadOnlyList<Applicant> applicants, string firstPaper, string secondPaper)
    {
        var owners = applicants.Select(one => one.UserId).ToArray();
        await ExecuteAsync(AddAccountsSql, owners, applicants.Select(one => one.UserName).ToArray());
        await ExecuteAsync(AddMaterialsSql, applicants.Select(one => one.Materials[0]).ToArray(), owners, firstPaper);
        await ExecuteAsync(AddMaterialsSql, applicants.Select(one => one.Materials[1]).ToArray(), owners, secondPaper);
    }

    /// <summary>Makes the copy; no portal may be running.</summary>
    public async Task CopyAsync()
    {
        var name = new NpgsqlConnectionStringBuilder(Portal.ConnectionString).Database;
        Portal.Clear();
        await using var maintenance = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(YardstickAddress.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await using var command = maintenance.CreateCommand($"create database {Copy} template {name}");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The keys that every request shares: what was there before the applicants.</summary>
    public async Task<IReadOnlySet<Guid>> SharedIdsAsync() => (await KeysAsync(
        """
        select id from organisations union all select id from service_item_versions union all select id from benefit_catalogue_versions
        union all select id from portal_users where is_demo
        """)).ToHashSet();

    /// <summary>Keys that a statement selects, in its order.</summary>
    public async Task<List<Guid>> KeysAsync(string sql)
    {
        await using var command = Portal.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<Guid>();
        while (await reader.ReadAsync()) keys.Add(reader.GetGuid(0));
        return keys;
    }

    /// <summary>The only key that a statement selects.</summary>
    public async Task<Guid> KeyAsync(string sql) => (await KeysAsync(sql)).Single();

    /// <summary>Gives every coming run of pgbench an account and papers, copied from the model applicant's.</summary>
    public async Task AddModelAsync(Applicant model, int clients, int places)
    {
        var run = PgbenchScript.RunSql("client", "place");
        var runs = $"generate_series(0, {clients - 1}) client, generate_series(1, {places}) place";
        var user = PgbenchScript.KeySql(model.UserId, run);
        await CopyRowsAsync("portal_users", [model.UserId], (_, table) =>
            $$"""
            insert into portal_users select (jsonb_populate_record(model, jsonb_build_object('id', {{user}}, 'user_name', {{user}}, 'normalized_user_name', {{user}},
              'email', {{user}}, 'normalized_email', {{user}}, 'person_id', null))).* from {{table}} model, {{runs}}
            """);
        await CopyRowsAsync("materials", model.Materials, (id, table) =>
            $$"""
            insert into materials select (jsonb_populate_record(model, jsonb_build_object('id', {{PgbenchScript.KeySql(id, run)}}, 'owner_user_id', {{user}},
              'person_id', null))).* from {{table}} model, {{runs}} where model.id = '{{id}}'
            """);
    }

    /// <summary>
    /// Waits until the portal has sent its mails and done its jobs. It is asked again and again: the portal is another process, measured as it
    /// is run, and tells nobody when it has nothing left to do.
    /// </summary>
    public void AwaitIdle()
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            using var command = Portal.CreateCommand(PendingSql);
            if (command.ExecuteScalar() is 0L) return;
            if (DateTime.UtcNow > until) throw new InvalidOperationException("The portal still has mails to send or jobs to do after two minutes.");
            Thread.Sleep(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>What the server's own care would do in time.</summary>
    public void Analyse()
    {
        foreach (var database in new[] { Portal, Yardstick })
        {
            using var command = database.CreateCommand("vacuum analyze");
            command.ExecuteNonQuery();
        }
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Portal.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Rows of the portal's database, as JSON, for statements in the copy.</summary>
    private async Task CopyRowsAsync(string table, IReadOnlyCollection<Guid> ids, Func<Guid, string, string> statement)
    {
        await using var read = Portal.CreateCommand($"select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from {table} t where id = any($1)");
        read.Parameters.Add(new NpgsqlParameter { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        var rows = (string)(await read.ExecuteScalarAsync())!;
        foreach (var id in ids)
        {
            await using var write = Yardstick.CreateCommand(statement(id, $"jsonb_populate_recordset(null::{table}, $1)"));
            write.Parameters.Add(new NpgsqlParameter { Value = rows, NpgsqlDbType = NpgsqlDbType.Jsonb });
            await write.ExecuteNonQueryAsync();
        }
    }
}

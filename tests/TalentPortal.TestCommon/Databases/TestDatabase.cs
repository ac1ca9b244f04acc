using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TalentPortal.Core.Data;
using Xunit;

namespace TalentPortal.TestCommon.Databases;

/// <summary>
/// A migrated database of one's own, for <c>IClassFixture</c>: a copy of a template that is made once a run. Derive to give the
/// template more, such as seed data.
/// </summary>
public class TestDatabase : IAsyncLifetime
{
    private NpgsqlDataSource? source;

    /// <summary>The connection string to this database, as its owner; after <see cref="InitializeAsync"/>.</summary>
    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>Connections to this database.</summary>
    public NpgsqlDataSource DataSource => source ?? throw new InvalidOperationException("The database is there after InitializeAsync.");

    /// <summary>The template's name in this run; a derived class that prepares another one names it otherwise.</summary>
    protected virtual string Template => "migrated";

    /// <summary>A fresh context; the caller disposes of it.</summary>
    public PortalDbContext NewContext() =>
        new(new DbContextOptionsBuilder<PortalDbContext>().UseNpgsql(DataSource).Options);

    /// <summary>Runs statements and hands back the first value of the first row.</summary>
    /// <param name="sql">With <c>$1</c>, <c>$2</c>… for the values.</param>
    /// <param name="values">In that order.</param>
    public async Task<object?> ScalarAsync(string sql, params object[] values)
    {
        await using var command = DataSource.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        var cluster = await TestCluster.GetAsync();
        ConnectionString = await cluster.CloneAsync(Template, PrepareTemplateAsync);
        source = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        if (source is null) return;
        await source.DisposeAsync();
        await (await TestCluster.GetAsync()).DropAsync(ConnectionString);
    }

    /// <summary>Fills the template; called once a run.</summary>
    /// <param name="template">The connection string to it, without pooling: nobody may be connected when it is copied.</param>
    protected virtual async Task PrepareTemplateAsync(string template)
    {
        await using var pool = NpgsqlDataSource.Create(template);
        var migrator = new Migrator(pool, Migration.ReadEmbedded(), TimeProvider.System, NullLogger<Migrator>.Instance);
        await migrator.MigrateAsync(CancellationToken.None);
        await new PortalRights(pool, NullLogger<PortalRights>.Instance).GrantAsync(TestCluster.ServiceRole, CancellationToken.None);
    }
}

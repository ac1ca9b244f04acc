using Npgsql;
using TalentPortal.Core.Data;
using TalentPortal.Core.Data.Embedded;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Web.Hosting;

/// <summary>
/// The portal's database: the one that <c>ConnectionStrings:Portal</c> names, else the PostgreSQL that the build brings. The schema is
/// changed by the role that owns it (<c>ConnectionStrings:PortalOwner</c>); the portal itself runs as another one, which owns nothing.
/// </summary>
internal sealed class PortalDatabase(IConfiguration configuration, IHostEnvironment environment, ILogger<PortalDatabase> logger)
    : IAsyncDisposable
{
    private EmbeddedPostgres? embedded;
    private string? connectionString;
    private string? ownerConnectionString;

    /// <summary>For Npgsql, as the role that the portal runs as.</summary>
    /// <exception cref="InvalidOperationException">Asked before <see cref="StartAsync"/>.</exception>
    public string ConnectionString => connectionString
        ?? throw new InvalidOperationException("The database was asked for before it was started.");

    /// <summary>Makes the database reachable.</summary>
    /// <exception cref="StartupRefusedException">It cannot be.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        connectionString = configuration.GetConnectionString("Portal");
        ownerConnectionString = configuration.GetConnectionString("PortalOwner");
        if (!string.IsNullOrWhiteSpace(connectionString)) return;
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = PortalFolders.Data(configuration, environment),
            BinariesDirectory = PostgresBinaries.Find(configuration["Portal:PostgresDirectory"]),
        };
        embedded = await EmbeddedPostgres.StartAsync(options, logger, ct);
        (connectionString, ownerConnectionString) = (embedded.ServiceConnectionString, embedded.ConnectionString);
    }

    /// <summary>
    /// Brings the schema up to date and the portal's role to its rights; says so in the log when that role owns the tables.
    /// </summary>
    /// <exception cref="StartupRefusedException">The schema or the role does not fit.</exception>
    public async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        var portal = services.GetRequiredService<NpgsqlDataSource>();
        if (string.IsNullOrWhiteSpace(ownerConnectionString) || RoleOf(ownerConnectionString) == RoleOf(ConnectionString))
        {
            await ActivatorUtilities.CreateInstance<Migrator>(services, portal).MigrateAsync(ct);
        }
        else
        {
            await using var owner = OwnerSource(ownerConnectionString);
            await ActivatorUtilities.CreateInstance<Migrator>(services, owner).MigrateAsync(ct);
            await ActivatorUtilities.CreateInstance<PortalRights>(services, owner).GrantAsync(RoleOf(ConnectionString), ct);
        }

        if (await PortalRights.ChangesAuditAsync(portal, ct))
            logger.LogWarning(
                "The database role {Role} owns the portal's tables or may change the audit: only a trigger protects it. "
                + "Give ConnectionStrings:PortalOwner the owner, and ConnectionStrings:Portal a role of its own", RoleOf(ConnectionString));
    }

    /// <summary>What the database's own care would do in time, after a great many rows were written.</summary>
    public async Task TakeStockAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var owner = string.IsNullOrWhiteSpace(ownerConnectionString) ? null : OwnerSource(ownerConnectionString);
        await using var command = (owner ?? services.GetRequiredService<NpgsqlDataSource>()).CreateCommand("vacuum (analyze)");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The pool of connections for the whole portal.</summary>
    public NpgsqlDataSource CreateSource(ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(ConnectionString);
        builder.UseLoggerFactory(loggers);
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "TalentPortal";
        // The portal leaves nothing behind in a session, so that nothing need be cleared before the next query.
        settings.NoResetOnClose = true;
        return builder.Build();
    }

    private static NpgsqlDataSource OwnerSource(string connectionString)
    {
        var builder =
            new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { ApplicationName = "TalentPortal schema" } };
        // Numbers, texts and times need no list of the database's types.
        return builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
    }

    private static string RoleOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username
        ?? throw new StartupRefusedException("ConnectionStrings:Portal names no user.");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (embedded is not null) await embedded.DisposeAsync();
    }
}

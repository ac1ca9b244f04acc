using Npgsql;
using TalentPortal.Core.Data.Embedded;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Web.Hosting;

/// <summary>The portal's database: the one that <c>ConnectionStrings:Portal</c> names, else the PostgreSQL that the build brings.</summary>
internal sealed class PortalDatabase(IConfiguration configuration, IHostEnvironment environment, ILogger<PortalDatabase> logger)
    : IAsyncDisposable
{
    private const int PreparedStatements = 200;

    private EmbeddedPostgres? embedded;
    private string? connectionString;

    /// <summary>For Npgsql.</summary>
    /// <exception cref="InvalidOperationException">Asked before <see cref="StartAsync"/>.</exception>
    public string ConnectionString => connectionString
        ?? throw new InvalidOperationException("The database was asked for before it was started.");

    /// <summary>Makes the database reachable.</summary>
    /// <exception cref="StartupRefusedException">It cannot be.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        connectionString = configuration.GetConnectionString("Portal");
        if (!string.IsNullOrWhiteSpace(connectionString)) return;
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = PortalFolders.Data(configuration, environment),
            BinariesDirectory = PostgresBinaries.Find(configuration["Portal:PostgresDirectory"]),
        };
        embedded = await EmbeddedPostgres.StartAsync(options, logger, ct);
        connectionString = embedded.ConnectionString;
    }

    /// <summary>The pool of connections for the whole portal.</summary>
    public NpgsqlDataSource CreateSource(ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(ConnectionString);
        builder.UseLoggerFactory(loggers);
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "TalentPortal";
        // The same statements come again and again: the server plans each of them once a connection.
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = PreparedStatements;
        // Nobody here changes a session's settings, so that there is nothing to set back between two uses.
        settings.NoResetOnClose = true;
        return builder.Build();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (embedded is not null) await embedded.DisposeAsync();
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentPortal.TestCommon.Databases;
using TalentPortal.Web.Hosting;
using Xunit;

namespace TalentPortal.TestCommon.Portals;

/// <summary>
/// The whole portal in Development on a database of its own, with a clock that a test moves; for <c>IClassFixture</c>.
/// Its database is a copy of one that the portal itself migrated and seeded once in this run.
/// </summary>
public class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>The portal's database.</summary>
    public TestDatabase Database { get; } = new SeededDatabase();

    /// <summary>Where the portal keeps what is not in the database: mails, anchors of the audit.</summary>
    protected string DataDirectory { get; } = Path.Combine(Path.GetTempPath(), $"portal-test-{Guid.NewGuid():N}");

    /// <summary>The clock under the portal's own.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Settings that win over all others; to be given before the portal starts.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public virtual Task InitializeAsync() => Database.InitializeAsync();

    /// <inheritdoc />
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(DataDirectory)) Directory.Delete(DataDirectory, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The database that the portal is given, as its owner; the portal runs as another role.</summary>
    protected virtual string ConnectionString => Database.ConnectionString;

    /// <summary>Whether passwords are hashed in a moment.</summary>
    protected virtual bool HasCheapPasswords => true;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "TalentPortal.Web"));
        builder.UseSetting("ConnectionStrings:Portal", TestCluster.AsService(ConnectionString));
        builder.UseSetting("ConnectionStrings:PortalOwner", ConnectionString);
        builder.UseSetting("Portal:DataDirectory", DataDirectory);
        builder.UseSetting("Portal:Keys", TestKeys.Json);
        builder.UseSetting("Portal:DemoCases", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<PortalClock>();
            services.AddSingleton(new PortalClock(Clock));
            // A test's password has nothing to fear from whoever guesses fast.
            if (HasCheapPasswords) services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }
}

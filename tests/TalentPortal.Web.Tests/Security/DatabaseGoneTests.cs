using System.Net;
using Npgsql;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Account;
using Xunit;

namespace TalentPortal.Web.Tests.Security;

/// <summary>The database goes away under a running portal and comes back.</summary>
public sealed class DatabaseGoneTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Get_DatabaseGone_IsUnavailableWithASentenceAndWorksAgainAfterwards()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("talent@demo")).Dispose();

        await LetInAsync(portal.Database.ConnectionString, isOpen: false);
        using (var gone = await visitor.GetAsync("/account"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, gone.StatusCode);
            Assert.Contains("数据库暂时连不上", WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using (var health = await visitor.GetAsync("/health/ready")) Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        using (var alive = await visitor.GetAsync("/health/live")) Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        await LetInAsync(portal.Database.ConnectionString, isOpen: true);
        Assert.Contains("talent@demo", await visitor.TextAsync("/account"), StringComparison.Ordinal);
    }

    /// <summary>Cuts every session of the database and refuses new ones, as a server that shuts down does; or lets them in again.</summary>
    private static async Task LetInAsync(string connectionString, bool isOpen)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database!;
        settings.Database = "postgres";
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var refuse = new NpgsqlCommand(
            $"alter database \"{name}\" allow_connections {(isOpen ? "true" : "false")}", connection);
        await refuse.ExecuteNonQueryAsync();
        await using var cut = new NpgsqlCommand(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
        if (!isOpen) await cut.ExecuteNonQueryAsync();
    }
}

using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Hosting;

public sealed class PortalProcessTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"portal-process-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task PortalThatWasKilledStartsAgainOnTheServerItLeft()
    {
        var killed = await PortalProcess.StartAsync(folder);
        await AssertReadyAsync(killed);
        await killed.KillAsync();

        await using var portal = await PortalProcess.StartAsync(folder);

        await AssertReadyAsync(portal);
        Assert.Contains("PostgreSQL adopted", portal.Said, StringComparison.Ordinal);
        Assert.Equal(0, await portal.InterruptAsync());
        Assert.False(File.Exists(Path.Combine(folder, "postgres", "postmaster.pid")));
    }

    [Fact]
    public async Task TwoPortalsRunSideBySideButNotInOneFolder()
    {
        await using var one = await PortalProcess.StartAsync(Path.Combine(folder, "one"));
        await using var two = await PortalProcess.StartAsync(Path.Combine(folder, "two"));
        await AssertReadyAsync(one);
        await AssertReadyAsync(two);

        await using var third = await PortalProcess.StartAsync(Path.Combine(folder, "one"));

        Assert.Equal(1, await third.ExitCodeAsync());
        Assert.Contains("Another portal is running", third.Said, StringComparison.Ordinal);
        await AssertReadyAsync(one);
    }

    [Fact]
    public async Task ProductionWithoutKeysIsRefusedWithASentence()
    {
        await using var portal = await PortalProcess.StartAsync(folder, environment: "Production");

        Assert.NotEqual(0, await portal.ExitCodeAsync());
        Assert.Contains("Portal:Keys is not set", portal.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
    }

    private static async Task AssertReadyAsync(PortalProcess portal)
    {
        Assert.True(portal.Url is not null, portal.Said);
        using var client = new HttpClient { BaseAddress = portal.Url };
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }
}

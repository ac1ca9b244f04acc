using TalentPortal.Core.Kernel;
using TalentPortal.Core.Seeding;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Seeding;

public sealed class SeedMarkTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"seed-mark-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task IsSetAsync_NothingChanged_IsTrueUntilAFileOrTheDemonstrationDoes()
    {
        Directory.CreateDirectory(Path.Combine(root, "seed-data", "services"));
        Directory.CreateDirectory(Path.Combine(root, "workflows"));
        await File.WriteAllTextAsync(Path.Combine(root, "workflows", "one.json"), "{}");

        Assert.False(await Mark().IsSetAsync(CancellationToken.None));
        await Mark().SetAsync(CancellationToken.None);
        Assert.True(await Mark().IsSetAsync(CancellationToken.None));
        Assert.False(await Mark(hasDemo: true).IsSetAsync(CancellationToken.None));

        await File.WriteAllTextAsync(Path.Combine(root, "seed-data", "services", "new.json"), "{}");
        Assert.False(await Mark().IsSetAsync(CancellationToken.None));
        await Mark().SetAsync(CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(root, "workflows", "one.json"), "{ }");
        Assert.False(await Mark().IsSetAsync(CancellationToken.None));
    }

    /// <summary>As a start makes it: a start looks at the files once.</summary>
    private SeedMark Mark(bool hasDemo = false) =>
        new(database.DataSource, new SeedFolder(root), new DemoOptions(hasDemo, DemoOptions.DefaultPassword, hasDemo), TimeProvider.System);
}

using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.TestCommon;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task InitializeAsync_TwoAtOnce_AreMigratedAndApart()
    {
        var one = new TestDatabase();
        var other = new TestDatabase();
        await Task.WhenAll(one.InitializeAsync(), other.InitializeAsync());

        await one.ScalarAsync("insert into portal_settings (key, value, changed_at) values ('k', 'v', $1)", DateTime.UnixEpoch);

        Assert.Equal(1L, await one.ScalarAsync("select count(*) from portal_settings"));
        Assert.Equal(0L, await other.ScalarAsync("select count(*) from portal_settings"));
        await Task.WhenAll(one.DisposeAsync(), other.DisposeAsync());
    }
}

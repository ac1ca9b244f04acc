using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Keys;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Keys;

public sealed class DataProtectionRepositoryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Protect_OnePortal_OpensInAnotherAndTheDatabaseHoldsNoSecret()
    {
        await using var one = Portal();
        await using var other = Portal();

        var sealedText = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("a cookie");

        Assert.Equal("a cookie", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
        Assert.Equal(1L, await database.ScalarAsync("select count(*) from data_protection_keys"));
        Assert.Equal(0L, await database.ScalarAsync("select count(*) from data_protection_keys where xml like '%masterKey%'"));
    }

    private ServiceProvider Portal() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString))
        .AddPortalKeys(TestKeys.Ring())
        .BuildServiceProvider();
}

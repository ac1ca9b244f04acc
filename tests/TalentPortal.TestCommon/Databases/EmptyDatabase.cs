using Npgsql;
using Xunit;

namespace TalentPortal.TestCommon.Databases;

/// <summary>A database with nothing in it, for tests of what fills one.</summary>
public sealed class EmptyDatabase : IAsyncLifetime
{
    private string connection = string.Empty;

    /// <summary>Connections to this database.</summary>
    public NpgsqlDataSource DataSource { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        connection = await (await TestCluster.GetAsync()).CreateEmptyAsync();
        DataSource = NpgsqlDataSource.Create(connection);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await (await TestCluster.GetAsync()).DropAsync(connection);
    }
}

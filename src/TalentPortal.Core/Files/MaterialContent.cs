using Npgsql;

namespace TalentPortal.Core.Files;

/// <summary>A material being read. It holds a connection until it is disposed of.</summary>
public sealed class MaterialContent : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlDataReader reader;

    internal MaterialContent(Material material, Stream stream, NpgsqlDataReader reader, NpgsqlConnection connection)
    {
        Material = material;
        Stream = stream;
        this.reader = reader;
        this.connection = connection;
    }

    /// <summary>What is known of it.</summary>
    public Material Material { get; }

    /// <summary>Its bytes, once, from the first to the last, as the database sends them.</summary>
    public Stream Stream { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        await reader.DisposeAsync();
        await connection.DisposeAsync();
    }
}

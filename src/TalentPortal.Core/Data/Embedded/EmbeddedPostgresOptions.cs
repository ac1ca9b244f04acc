namespace TalentPortal.Core.Data.Embedded;

/// <summary>Where an embedded server keeps its data and what differs from the usual settings.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The portal's data directory (<c>.data</c>); made when missing, with access for its owner only.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The directory that holds <c>bin/postgres</c>; see <see cref="PostgresBinaries.Find"/>.</summary>
    public required string BinariesDirectory { get; init; }

    /// <summary>Server settings that win over the usual ones, such as <c>fsync</c> = <c>off</c> for tests.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How a server is started by root, which PostgreSQL refuses to be.</summary>
    internal RootEscape? RootEscape { get; init; }
}

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Brings one folder of files into the database by natural keys; loading twice changes nothing. Registered by
/// <c>services.AddScoped&lt;ISeeder, T&gt;()</c>.
/// </summary>
public interface ISeeder
{
    /// <summary>Lower ones first; leave gaps of ten.</summary>
    int Order { get; }

    /// <summary>What it reads, for example <c>seed-data/organisations</c>. It is asked again only when a file in it changed.</summary>
    string Folder { get; }

    /// <summary>What besides the files decides about the result, for example a setting; joins the checksum.</summary>
    string Variant => "";

    /// <summary>Loads. The caller holds the lock that keeps other portals from loading at the same time.</summary>
    Task SeedAsync(CancellationToken ct);
}

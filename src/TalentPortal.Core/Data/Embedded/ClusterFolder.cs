using System.Security.Cryptography;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Data.Embedded;

/// <summary>
/// The portal's data directory as the embedded server sees it: <c>portal.lock</c> held open while a portal runs, the cluster
/// in <c>postgres/</c>, its password and its log. Only the owner may look into it.
/// </summary>
internal sealed class ClusterFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream portalLock;

    private ClusterFolder(string directory, FileStream portalLock) => (Directory, this.portalLock) = (directory, portalLock);

    /// <summary>The data directory itself.</summary>
    public string Directory { get; }

    /// <summary>Where the database's files are.</summary>
    public string Cluster => Path.Combine(Directory, "postgres");

    /// <summary>A cluster in the making; renamed when it is whole, so that a crash leaves no half of one.</summary>
    public string UnfinishedCluster => Path.Combine(Directory, "postgres.new");

    /// <summary>What the server says.</summary>
    public string Log => Path.Combine(Directory, "postgres.log");

    /// <summary>The file with the password of the database's owner.</summary>
    public string PasswordFile => Path.Combine(Directory, "postgres-password");

    /// <summary>The file with the password of the role that the portal runs as.</summary>
    private string ServicePasswordFile => Path.Combine(Directory, "postgres-service-password");

    /// <summary>Takes the directory for this portal.</summary>
    /// <exception cref="StartupRefusedException">Another portal has it, or it is not ours to use.</exception>
    public static ClusterFolder Take(string dataDirectory)
    {
        var directory = Path.GetFullPath(dataDirectory);
        try
        {
            MakePrivate(directory);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new ClusterFolder(directory, new FileStream(Path.Combine(directory, "portal.lock"), options));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StartupRefusedException(
                $"The data directory {directory} belongs to another user. Start the portal as that user, or set Portal:DataDirectory.",
                denied);
        }
        catch (IOException taken) when (System.IO.Directory.Exists(directory))
        {
            throw new StartupRefusedException(
                $"Another portal is running on {directory}. Stop it, or give this one its own Portal:DataDirectory.", taken);
        }
    }

    /// <summary>The password of the database's owner; made at the first look.</summary>
    public string Password() => PasswordIn(PasswordFile);

    /// <summary>The password of the role that the portal runs as; made at the first look.</summary>
    public string ServicePassword() => PasswordIn(ServicePasswordFile);

    /// <summary>The last lines of the server's log, for a sentence about why it did not start.</summary>
    public string LogEnd() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(12)) : "It wrote no log.";

    /// <summary>Lets the log begin anew once it is large; one older part is kept.</summary>
    public void TurnLogOver()
    {
        const long Large = 16 * 1024 * 1024;
        if (File.Exists(Log) && new FileInfo(Log).Length > Large) File.Move(Log, Log + ".1", overwrite: true);
        if (!File.Exists(Log)) WritePrivate(Log, string.Empty);
    }

    /// <summary>Lets a server that runs as another user through to its own folder, and to nothing else.</summary>
    public void OpenPassage()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Directory, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>Writes a file that only its owner may read.</summary>
    public static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    /// <inheritdoc />
    public void Dispose() => portalLock.Dispose();

    private static string PasswordIn(string file)
    {
        if (!File.Exists(file)) WritePrivate(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        return File.ReadAllText(file).Trim();
    }

    private static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(directory);
        else System.IO.Directory.CreateDirectory(directory, OwnerOnly);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory, OwnerOnly);
    }
}

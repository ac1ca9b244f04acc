using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalentPortal.Core.Data.Embedded;

/// <summary>The settings of an embedded server, written anew at each start into <c>portal.conf</c> beside its own file.</summary>
internal static class ClusterSettings
{
    private const string FileName = "portal.conf";

    /// <summary>Makes a new cluster read <c>portal.conf</c>.</summary>
    public static void Include(string clusterDirectory)
    {
        File.AppendAllText(Path.Combine(clusterDirectory, "postgresql.conf"), $"\ninclude_if_exists = '{FileName}'\n");
    }

    /// <summary>Writes the settings for the coming start.</summary>
    /// <returns>The free port on 127.0.0.1 that the server is told to take.</returns>
    public static int Write(string clusterDirectory, IReadOnlyDictionary<string, string> differing)
    {
        var port = FreePort();
        var settings = Usual(port);
        foreach (var (name, value) in differing) settings[name] = value;

        var text = new StringBuilder();
        foreach (var (name, value) in settings)
            text.Append(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
        ClusterFolder.WritePrivate(Path.Combine(clusterDirectory, FileName), text.ToString());
        return port;
    }

    private static Dictionary<string, string> Usual(int port) => new(StringComparer.Ordinal)
    {
        ["listen_addresses"] = "127.0.0.1",
        ["port"] = port.ToString(CultureInfo.InvariantCulture),
        ["unix_socket_directories"] = string.Empty,
        ["max_connections"] = "200",
        ["shared_buffers"] = "128MB",
        ["work_mem"] = "8MB",
        ["maintenance_work_mem"] = "64MB",
        ["max_wal_size"] = "1GB",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["log_line_prefix"] = "%m [%p] ",
        ["log_checkpoints"] = "off",
        // A failed statement and the row it names would bring personal values into the log.
        ["log_min_error_statement"] = "panic",
        ["log_error_verbosity"] = "terse",
    };

    /// <summary>A port that is free now; another program may still be faster, which the caller answers by trying again.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

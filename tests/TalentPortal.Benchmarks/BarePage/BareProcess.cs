using System.Diagnostics;

namespace TalentPortal.Benchmarks.BarePage;

/// <summary>The bare pages in a process of their own.</summary>
internal sealed class BareProcess : IDisposable
{
    private readonly Process process;

    private BareProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Starts it.</summary>
    /// <param name="connection">The database of the list; null where only the page is asked for.</param>
    public static async Task<BareProcess> StartAsync(string? connection = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BareProcess).Assembly.Location, BarePageServer.Command])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        if (connection is not null) start.Environment["ConnectionStrings__Bare"] = connection;
        var started = Process.Start(start)!;
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(BarePageServer.Greeting, StringComparison.Ordinal))
                return new BareProcess(started, new Uri(line[BarePageServer.Greeting.Length..]));
        }

        throw new InvalidOperationException("The bare page was not served.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}

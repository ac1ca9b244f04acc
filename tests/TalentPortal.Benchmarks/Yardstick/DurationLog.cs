using System.Globalization;
using System.Text.RegularExpressions;

namespace TalentPortal.Benchmarks.Yardstick;

/// <summary>
/// What the server spends on statements, by its own log: a session writes down how long a statement took before it answers, so that
/// nothing is missing once the answers are there.
/// </summary>
/// <param name="file">The server's log.</param>
internal sealed partial class DurationLog(string file)
{
    /// <summary>How the server must be started.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["log_duration"] = "on" };

    /// <summary>The log of a server started with <see cref="Settings"/>.</summary>
    public static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "postgres.log");

    /// <summary>Milliseconds that the server's sessions were at work meanwhile.</summary>
    public double During(Action work)
    {
        var start = new FileInfo(file).Length;
        work();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(start, SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return Duration().Matches(reader.ReadToEnd()).Sum(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"LOG:  duration: (\d+\.\d+) ms$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Duration();
}

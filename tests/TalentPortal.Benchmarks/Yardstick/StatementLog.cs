using System.Text.Json;
using Npgsql;

namespace TalentPortal.Benchmarks.Yardstick;

/// <summary>Has the server write down its statements while something happens.</summary>
/// <param name="server">A superuser's connections.</param>
/// <param name="file">The server's log.</param>
internal sealed class StatementLog(NpgsqlDataSource server, string file)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>How the server must be started.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["logging_collector"] = "on",
        ["log_destination"] = "jsonlog",
        ["log_directory"] = "log",
        ["log_filename"] = "statements.log",
        ["log_rotation_age"] = "0",
        ["log_rotation_size"] = "0",
        ["log_error_verbosity"] = "default",
    };

    /// <summary>The log of a server started with <see cref="Settings"/>.</summary>
    public static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "postgres", "log", "statements.json");

    /// <summary>The statements of one request: its transaction, and what it asked before; what the portal does by itself is left out.</summary>
    public async Task<IReadOnlyList<LoggedStatement>> OfRequestAsync(Func<Task> request)
    {
        var byItself = (await DuringAsync(() => Task.Delay(Quiet))).Select(statement => statement.Sql).ToHashSet(StringComparer.Ordinal);
        var all = await DuringAsync(request);
        var write = all.FindIndex(statement => statement.Is("insert into operations "));
        if (write < 0) throw new InvalidOperationException("The server's log does not show the request's transaction.");
        var session = all[write].Session;
        var begin = all.FindLastIndex(write, statement => statement.Session == session && statement.Is("BEGIN"));
        var commit = all.FindIndex(write, statement => statement.Session == session && statement.Is("COMMIT"));
        if (begin < 0 || commit < 0) throw new InvalidOperationException("The request's transaction has no beginning or no end.");
        return
        [
            .. all.Take(begin).Where(statement => !byItself.Contains(statement.Sql) && !IsOfPool(statement)),
            .. all.Skip(begin).Take(commit - begin + 1).Where(statement => statement.Session == session),
        ];
    }

    /// <summary>What a pool says when it takes a connection again.</summary>
    private static bool IsOfPool(LoggedStatement statement) => statement.Is("DISCARD") || statement.Is("SET ") || statement.Is("RESET ");

    private async Task<List<LoggedStatement>> DuringAsync(Func<Task> work)
    {
        await SwitchAsync("all");
        var start = new FileInfo(file).Length;
        await work();
        await SwitchAsync("none");
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(start, SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        var statements = new List<LoggedStatement>();
        while (await reader.ReadLineAsync() is { } line)
        {
            using var entry = JsonDocument.Parse(line);
            var detail = entry.RootElement.TryGetProperty("detail", out var more) ? more.GetString() : null;
            if (LoggedStatement.Parse(entry.RootElement.GetProperty("pid").GetInt32(), entry.RootElement.GetProperty("message").GetString()!, detail) is { } statement)
                statements.Add(statement);
        }

        return statements;
    }

    /// <summary>Sessions follow at their next statement; the log's writer is given a moment.</summary>
    private async Task SwitchAsync(string what)
    {
        await using var connection = await server.OpenConnectionAsync();
        await using (var set = new NpgsqlCommand($"alter system set log_statement = '{what}'", connection)) await set.ExecuteNonQueryAsync();
        await using (var reload = new NpgsqlCommand("select pg_reload_conf()", connection)) await reload.ExecuteNonQueryAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(500));
    }
}

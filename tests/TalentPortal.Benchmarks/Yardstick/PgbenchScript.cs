using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace TalentPortal.Benchmarks.Yardstick;

/// <summary>
/// Turns the statements of one request into a script for pgbench that writes the same rows again and again. Keys that the request
/// made, and those of its applicant, end in a number that is another one in every run; all other values stay as they were.
/// </summary>
/// <param name="fixedIds">Keys that stay: what all requests share.</param>
/// <param name="caseNumber">The request's case number; it ends in that number too.</param>
internal sealed partial class PgbenchScript(IReadOnlySet<Guid> fixedIds, string caseNumber)
{
    /// <summary>How many digits of a key are replaced, and of a case number.</summary>
    private const int KeyDigits = 12;
    private const int NumberDigits = 10;
    private const long FirstRun = 100_000_000_000;
    private const int OneClient = 100_000_000;

    /// <summary>The key that stands for <paramref name="id"/> in a run: as SQL, given an SQL expression of the run's number.</summary>
    public static string KeySql(Guid id, string run) => $"('{id.ToString()[..^KeyDigits]}' || ({run}))::uuid";

    /// <summary>The number of a run: as SQL, given the client and the run's place.</summary>
    public static string RunSql(string client, string place) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstRun} + {client} * {OneClient} + {place}");

    /// <summary>Writes the script; each client counts on from the variable <c>place</c>.</summary>
    public async Task<string> WriteAsync(NpgsqlConnection database, IReadOnlyList<LoggedStatement> statements)
    {
        var script = new StringBuilder();
        script.Append("\\set place :place + 1\n").Append(CultureInfo.InvariantCulture, $"\\set run {RunSql(":client_id", ":place")}\n");
        script.Append(CultureInfo.InvariantCulture, $"\\set number {1_000_000_000} + :client_id * {OneClient} + :place\n");
        foreach (var statement in statements)
        {
            var types = await TypesAsync(database, statement);
            var sql = Place().Replace(statement.Sql, match => Literal(statement, types, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1));
            script.Append(sql.TrimEnd(';')).Append(";\n");
        }

        return script.ToString();
    }

    private static async Task<string[]> TypesAsync(NpgsqlConnection database, LoggedStatement statement)
    {
        if (statement.Values.Count == 0) return [];
        await using var prepare = new NpgsqlCommand($"prepare measured as {statement.Sql}", database);
        await prepare.ExecuteNonQueryAsync();
        await using var ask = new NpgsqlCommand("select parameter_types::text[] from pg_prepared_statements where name = 'measured'", database);
        var types = (string[])(await ask.ExecuteScalarAsync())!;
        await using var forget = new NpgsqlCommand("deallocate measured", database);
        await forget.ExecuteNonQueryAsync();
        return types;
    }

    private string Literal(LoggedStatement statement, string[] types, int index) =>
        statement.Values[index] is { } value ? $"({Moving(value, types[index])})::{types[index]}" : $"null::{types[index]}";

    /// <summary>The value with a variable in the place of every piece that is another one in each run.</summary>
    private string Moving(string value, string type)
    {
        if (type == "bytea") return value.Length > 2 * KeyDigits ? $"{Quote(value[..^KeyDigits])} || :run" : Quote(value);
        var sql = new StringBuilder();
        var done = 0;
        foreach (Match match in Piece().Matches(value))
        {
            var isNumber = match.Value == caseNumber;
            if (!isNumber && (!Guid.TryParse(match.Value, out var id) || fixedIds.Contains(id))) continue;
            var until = match.Index + match.Length - (isNumber ? NumberDigits : KeyDigits);
            sql.Append(Quote(value[done..until])).Append(isNumber ? " || :number || " : " || :run || ");
            done = match.Index + match.Length;
        }

        return sql.Append(Quote(value[done..])).ToString();
    }

    /// <summary>pgbench takes a colon for a variable, also between quotes.</summary>
    private static string Quote(string text) => "E'" + text.Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("'", "''", StringComparison.Ordinal).Replace(":", @"\x3a", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal) + "'";

    [GeneratedRegex(@"\$(\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|(?<![0-9a-zA-Z])[0-9a-fA-F]{32}(?![0-9a-zA-Z])|(?<![0-9A-Z])[0-9A-Z]{20,40}(?![0-9A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Piece();
}

using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TalentPortal.Core.Data;

/// <summary>
/// One numbered step of the schema: the file <c>NNNN-name.sql</c>. Once released it is never edited; the next one gets a number.
/// </summary>
/// <param name="Number">1 or more; the order.</param>
/// <param name="Name">The file name between number and extension.</param>
/// <param name="Sql">The statements; they run in one transaction. <c>begin atomic</c> bodies are not understood, use <c>$$</c>.</param>
public sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with Unix line ends, in hexadecimal; a checkout's line ends do not matter.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations that this build carries, in order.</summary>
    public static IReadOnlyList<Migration> ReadEmbedded()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => FileName().Match(name))
            .Where(match => match.Success)
            .Select(match => Read(assembly, match))
            .OrderBy(migration => migration.Number)];
    }

    private static Migration Read(Assembly assembly, Match match)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(match.Value)!);
        return new Migration(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["name"].Value,
            reader.ReadToEnd());
    }

    [GeneratedRegex(@"^.*\.Migrations\.(?<number>\d{4})-(?<name>[a-z0-9-]+)\.sql$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}

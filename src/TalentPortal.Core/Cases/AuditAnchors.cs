using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Cases;

/// <summary>A head of a stream, written down outside the database.</summary>
/// <param name="Stream">The case or stream.</param>
/// <param name="Seq">Its last entry then.</param>
/// <param name="Head">That entry's digest, lower-case hex.</param>
public sealed record AuditAnchor(Guid Stream, long Seq, string Head);

/// <summary>
/// Writes the heads of all streams that moved to a file outside the database, one signed line each time, each line chained to the
/// one before. Whoever rewrites a history in the database, even with its key, no longer fits the lines.
/// </summary>
public sealed class AuditAnchors(NpgsqlDataSource database, AuditMac mac, TimeProvider time, AuditAnchorOptions options)
{
    private const string HeadsSql =
        "select distinct on (stream_id) stream_id, seq, mac from operation_events where at >= $1 order by stream_id, seq desc";

    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    // Two portals on one directory must not write the same line: the file is held while a line is added, and soon free again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private string FilePath => Path.Combine(options.Directory, "anchors.jsonl");

    /// <summary>Adds a line for every stream that moved since the last one; nothing when none did.</summary>
    public async Task<int> WriteAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(options.Directory);
        await using var file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, ct);
        var (lines, whole) = await LinesAsync(file, ct);
        // A portal that was killed while it wrote left half a line, which says nothing.
        file.SetLength(whole);
        var last = lines.Count == 0 ? null : JsonSerializer.Deserialize<Line>(lines[^1]);
        var known = lines.Select(line => JsonSerializer.Deserialize<Line>(line)!).SelectMany(line => line.Anchors)
            .GroupBy(anchor => anchor.Stream).ToDictionary(group => group.Key, group => group.Max(anchor => anchor.Seq));
        var since = last is null ? DateTimeOffset.UnixEpoch : Earlier(last.At, time.GetUtcNow()) - Overlap;
        var anchors = (await HeadsAsync(since, ct)).Where(anchor => known.GetValueOrDefault(anchor.Stream) < anchor.Seq).ToList();
        if (anchors.Count == 0) return 0;
        var line = new Line(time.GetUtcNow().ToUniversalTime(), anchors, last?.Mac ?? "", mac.KeyVersion, "");
        line = line with { Mac = Convert.ToHexStringLower(mac.Next(AuditMac.Start, Content(line))) };
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line) + "\n"), ct);
        file.Flush(flushToDisk: true);
        return anchors.Count;
    }

    internal async Task<Dictionary<Guid, List<AuditAnchor>>> ReadAsync(List<AuditFinding> findings, CancellationToken ct)
    {
        var anchors = new Dictionary<Guid, List<AuditAnchor>>();
        if (!File.Exists(FilePath)) return anchors;
        await using var file = await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.ReadWrite, ct);
        var previous = "";
        var (lines, _) = await LinesAsync(file, ct);
        foreach (var text in lines)
        {
            var line = Parse(text);
            if (line is null || line.Previous != previous
                || !mac.Verify(AuditMac.Start, Content(line), line.KeyVersion, Convert.FromHexString(line.Mac)))
            {
                findings.Add(new AuditFinding(AuditFault.BrokenAnchors, Guid.Empty, "anchors.jsonl"));
                break;
            }

            previous = line.Mac;
            foreach (var anchor in line.Anchors)
            {
                if (!anchors.TryGetValue(anchor.Stream, out var list)) anchors.Add(anchor.Stream, list = []);
                list.Add(anchor);
            }
        }

        return anchors;
    }

    private static Line? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text);
        }
        catch (JsonException)
        {
            return null; // reported by the caller as a broken file
        }
    }

    private static byte[] Content(Line line) => JsonSerializer.SerializeToUtf8Bytes(line with { Mac = "" });

    private async Task<List<AuditAnchor>> HeadsAsync(DateTimeOffset since, CancellationToken ct)
    {
        await using var command = database.CreateCommand(HeadsSql);
        command.Parameters.Add(new NpgsqlParameter { Value = since, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var heads = new List<AuditAnchor>();
        while (await reader.ReadAsync(ct))
            heads.Add(new AuditAnchor(reader.GetGuid(0), reader.GetInt64(1), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(2))));
        return heads;
    }

    /// <summary>Opens the file as soon as no other portal holds it.</summary>
    /// <exception cref="IOException">It is held for longer than anybody writes, or it cannot be opened at all.</exception>
    private async Task<FileStream> OpenAsync(FileMode mode, FileAccess access, FileShare share, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(FilePath, mode, access, share);
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException)
                && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    /// <summary>The lines that were written to their end, and how many bytes those are.</summary>
    private static async Task<(List<string> Lines, long Whole)> LinesAsync(FileStream file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.Seek(0, SeekOrigin.Begin);
        await file.ReadExactlyAsync(bytes, ct);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        return ([.. Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries)], whole);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed record Line(DateTimeOffset At, IReadOnlyList<AuditAnchor> Anchors, string Previous, int KeyVersion, string Mac);
}

/// <summary>Where anchors are kept.</summary>
/// <param name="Directory">A folder outside the database, best on another machine's disk.</param>
public sealed record AuditAnchorOptions(string Directory);

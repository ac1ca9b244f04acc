using System.Data;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Cases;

/// <summary>
/// Recomputes every chain, compares present rows with the digests that the last entry left, and holds both against the anchors
/// kept outside the database.
/// </summary>
public sealed class AuditVerifier(NpgsqlDataSource database, SpineCatalog catalog, AuditChain chain, AuditAnchors anchors)
{
    private const int Page = 500;

    /// <summary>
    /// The next streams by key: those of cases, those of their own, and those of which only entries are left. Entries are walked from
    /// stream to stream along their key, so that a page costs the same in a table of any length.
    /// </summary>
    private const string StreamsSql =
        """
        with recursive walked as (
          (select stream_id as id, 1 as place from operation_events where stream_id > $1 order by stream_id limit 1)
          union all
          select (select e.stream_id from operation_events e where e.stream_id > walked.id order by e.stream_id limit 1), walked.place + 1
          from walked where walked.id is not null and walked.place < $2),
        page as (
          select id from (
            select id from walked where id is not null
            union (select id from cases where id > $1 order by id limit $2)
            union (select id from audit_streams where id > $1 order by id limit $2)) streams
          order by id limit $2)
        select page.id, coalesce(c.audit_seq, s.audit_seq), coalesce(c.audit_head, s.audit_head), c.number is not null
        from page left join cases c on c.id = page.id left join audit_streams s on s.id = page.id order by 1
        """;

    private const string EventsSql =
        "select stream_id, seq, operation_id, type, actor_id, actor_role, at, facts, row_digests, key_version, mac "
        + "from operation_events where stream_id = any($1) order by stream_id, seq";

    /// <summary>Everything that is wrong; empty when the audit holds.</summary>
    public async Task<IReadOnlyList<AuditFinding>> VerifyAsync(CancellationToken ct)
    {
        var findings = new List<AuditFinding>();
        var anchored = await anchors.ReadAsync(findings, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        var after = (Guid?)Guid.Empty;
        while (after is { } last) after = await VerifyPageAsync(connection, last, anchored, findings, ct);

        findings.AddRange(anchored.Keys.Select(stream => new AuditFinding(AuditFault.DeletedCase, stream, "anchor")));
        return findings;
    }

    /// <summary>Verifies the streams after one, in one snapshot: a portal at work appends between two statements.</summary>
    /// <returns>The last of them; null when there are none.</returns>
    private async Task<Guid?> VerifyPageAsync(NpgsqlConnection connection, Guid after,
        Dictionary<Guid, List<AuditAnchor>> anchored, List<AuditFinding> findings, CancellationToken ct)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var streams = await StreamsAsync(connection, after, ct);
        if (streams.Count == 0) return null;
        var ids = streams.Select(stream => stream.Id).ToArray();
        var events = (await EventsAsync(connection, ids, ct)).ToLookup(entry => entry.StreamId);
        var rows = await RowsAsync(connection, ids, ct);
        foreach (var stream in streams)
        {
            var entries = events[stream.Id].ToList();
            if (stream.Head is null) findings.Add(new AuditFinding(AuditFault.DeletedCase, stream.Id, "case"));
            VerifyChain(stream, entries, findings);
            if (anchored.Remove(stream.Id, out var points)) VerifyAnchors(stream.Id, entries, points, findings);
            if (stream.Numbered) VerifyRows(stream.Id, entries, rows[stream.Id], findings);
        }

        return streams[^1].Id;
    }

    private void VerifyChain(Stream stream, List<OperationEvent> entries, List<AuditFinding> findings)
    {
        var head = AuditMac.Start;
        var expected = 1L;
        foreach (var entry in entries)
        {
            if (entry.Seq != expected) findings.Add(new AuditFinding(AuditFault.MissingEntry, stream.Id, Place(expected)));
            if (!chain.Holds(head, entry))
                findings.Add(new AuditFinding(AuditFault.BrokenChain, stream.Id, Place(entry.Seq)));
            (head, expected) = (entry.Mac, entry.Seq + 1);
        }

        if (stream.Head is not null && (stream.Seq != expected - 1 || !head.AsSpan().SequenceEqual(stream.Head)))
            findings.Add(new AuditFinding(AuditFault.CutTail, stream.Id, Place(expected)));
    }

    private static void VerifyAnchors(Guid stream, List<OperationEvent> entries, List<AuditAnchor> points, List<AuditFinding> findings)
    {
        var bySeq = entries.ToDictionary(entry => entry.Seq, entry => Convert.ToHexStringLower(entry.Mac));
        foreach (var point in points)
        {
            if (!bySeq.TryGetValue(point.Seq, out var mac)) findings.Add(new AuditFinding(AuditFault.CutTail, stream, Place(point.Seq)));
            else if (mac != point.Head) findings.Add(new AuditFinding(AuditFault.RewrittenHistory, stream, Place(point.Seq)));
        }
    }

    private void VerifyRows(
        Guid stream, List<OperationEvent> entries, IEnumerable<(SpineTable Table, object Row)> rows, List<AuditFinding> findings)
    {
        var expected = new Dictionary<string, (string? Digest, int Key)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var (row, digest) in JsonSerializer.Deserialize<Dictionary<string, string?>>(entry.RowDigests)!)
                expected[row] = (digest, entry.KeyVersion);
        }

        foreach (var (table, row) in rows)
        {
            var name = AuditChain.RowName(table, table.KeyOf(row));
            if (!expected.Remove(name, out var known) || known.Digest is null)
                findings.Add(new AuditFinding(AuditFault.UnknownRow, stream, name));
            else if (!chain.RowHolds(table, row, known.Digest, known.Key))
                findings.Add(new AuditFinding(AuditFault.ChangedRow, stream, name));
        }

        findings.AddRange(expected.Where(pair => pair.Value.Digest is not null)
            .Select(pair => new AuditFinding(AuditFault.DeletedRow, stream, pair.Key)));
    }

    private static async Task<List<Stream>> StreamsAsync(NpgsqlConnection connection, Guid after, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(StreamsSql, connection)
        {
            Parameters = { CaseBatch.Uuid(after), new NpgsqlParameter { Value = Page, NpgsqlDbType = NpgsqlDbType.Integer } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var streams = new List<Stream>();
        while (await reader.ReadAsync(ct))
        {
            var gone = reader.IsDBNull(1);
            streams.Add(new Stream(
                reader.GetGuid(0), gone ? 0 : reader.GetInt64(1), gone ? null : reader.GetFieldValue<byte[]>(2), reader.GetBoolean(3)));
        }

        return streams;
    }

    private static async Task<List<OperationEvent>> EventsAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(EventsSql, connection)
        {
            Parameters = { new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<OperationEvent>();
        while (await reader.ReadAsync(ct))
        {
            entries.Add(new OperationEvent
            {
                StreamId = reader.GetGuid(0),
                Seq = reader.GetInt64(1),
                OperationId = reader.GetGuid(2),
                Type = reader.GetString(3),
                ActorId = reader.IsDBNull(4) ? null : reader.GetGuid(4),
                ActorRole = reader.IsDBNull(5) ? null : reader.GetString(5),
                At = reader.GetFieldValue<DateTimeOffset>(6),
                Facts = reader.GetString(7),
                RowDigests = reader.GetString(8),
                KeyVersion = reader.GetInt32(9),
                Mac = reader.GetFieldValue<byte[]>(10),
            });
        }

        return entries;
    }

    private async Task<ILookup<Guid, (SpineTable Table, object Row)>> RowsAsync(
        NpgsqlConnection connection, Guid[] ids, CancellationToken ct)
    {
        var rows = new List<(SpineTable Table, object Row)>();
        foreach (var table in catalog.Tables.Where(table => table.IsAudited))
        {
            await using var command = table.LoadManyCommand(connection, ids);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) rows.Add((table, table.Materialise(reader)));
        }

        return rows.ToLookup(item => item.Table.CaseIdOf(item.Row));
    }

    private static string Place(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    private sealed record Stream(Guid Id, long Seq, byte[]? Head, bool Numbered);
}

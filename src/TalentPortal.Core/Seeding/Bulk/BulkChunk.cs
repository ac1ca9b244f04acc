using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Cases that are written in one transaction: all of them or none.</summary>
internal sealed class BulkChunk
{
    private readonly Dictionary<SpineTable, List<object?[]>> rows = [];

    /// <summary>How many cases.</summary>
    public int Cases { get; private set; }

    /// <summary>How many tasks wait.</summary>
    public int OpenTasks { get; private set; }

    /// <summary>The number of the next person.</summary>
    public int NextPerson { get; set; }

    /// <summary>Rows by table, what is referred to before what refers to it; those of cases with where their chains stand.</summary>
    public IEnumerable<(SpineTable Table, IReadOnlyList<object?[]> Rows)> Rows =>
        rows.OrderBy(pair => pair.Key.Order).Select(pair => (pair.Key, (IReadOnlyList<object?[]>)pair.Value));

    /// <summary>Entries of the audit.</summary>
    public List<OperationEvent> Events { get; } = [];

    /// <summary>Casts a copy and seals it.</summary>
    public void Add(Mold mold, Casting casting, AuditChain chain)
    {
        ArgumentNullException.ThrowIfNull(mold);
        var cast = mold.Rows.Select(row => row.Cells.Select(cell => cell.Cast(casting)).ToArray()).ToList();
        var (seq, head) = (0L, Keys.AuditMac.Start);
        foreach (var molded in mold.Events)
        {
            var entry = new OperationEvent
            {
                StreamId = casting.Ids[0],
                Seq = ++seq,
                OperationId = (Guid)molded.Operation.Cast(casting)!,
                Type = molded.Type,
                ActorId = (Guid?)molded.Actor.Cast(casting),
                ActorRole = molded.Role,
                At = (DateTimeOffset)molded.At.Cast(casting)!,
                Facts = (string)molded.Facts.Cast(casting)!,
                RowDigests = Digests(mold, molded, cast, casting, chain),
                KeyVersion = chain.KeyVersion,
                Mac = [],
            };
            head = chain.Sign(head, entry);
            Events.Add(entry with { Mac = head });
        }

        foreach (var (row, place) in mold.Rows.Select((row, place) => (row, place)))
        {
            if (!rows.TryGetValue(row.Table, out var list)) rows.Add(row.Table, list = []);
            list.Add(row.Table == Case.Table ? [.. cast[place], seq, head] : cast[place]);
        }

        Cases++;
        OpenTasks += mold.OpenTasks;
    }

    /// <summary>As the flush of a case writes them: names in order, each row's digest.</summary>
    private static string Digests(Mold mold, MoldEvent molded, List<object?[]> cast, Casting casting, AuditChain chain)
    {
        if (molded.Digests.Count == 0) return "{}";
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var digest in molded.Digests)
            digests[(string)digest.Name.Cast(casting)!] = chain.ValuesDigest(mold.Rows[digest.Row].Table, cast[digest.Row]);
        return System.Text.Json.JsonSerializer.Serialize(digests);
    }
}

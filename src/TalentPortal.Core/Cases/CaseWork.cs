using System.Collections.Immutable;
using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Cases;

/// <summary>
/// A locked case in memory. Rows are immutable records: verbs replace them, the flush writes the difference. Nothing is written
/// before the flush, so <see cref="Mark"/> and <see cref="Rollback"/> undo an activity that failed.
/// </summary>
public sealed class CaseWork
{
    private readonly Dictionary<SpineTable, ImmutableDictionary<object, SpineRow>> before;
    private readonly SpineCatalog catalog;
    private readonly List<Action> afterCommit = [];
    private readonly HashSet<string> races = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Refusal> refusals = new(StringComparer.Ordinal);
    private ImmutableDictionary<SpineTable, ImmutableDictionary<object, SpineRow>> now;
    private ImmutableList<PendingEvent> events = [];
    private ImmutableList<NpgsqlBatchCommand> others = [];

    internal CaseWork(SpineCatalog catalog, Guid caseId, Operation operation, NpgsqlConnection connection,
        Dictionary<SpineTable, ImmutableDictionary<object, SpineRow>> loaded)
    {
        (this.catalog, CaseId, Operation, Connection, before) = (catalog, caseId, operation, connection, loaded);
        now = loaded.ToImmutableDictionary();
    }

    /// <summary>The locked case.</summary>
    public Guid CaseId { get; }

    /// <summary>Who does what, when.</summary>
    public Operation Operation { get; }

    /// <summary>The operation's time, UTC.</summary>
    public DateTimeOffset Now => Operation.At;

    /// <summary>For further reads inside the transaction; writes go through <see cref="Rows{T}"/>.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The absent colleague in whose name the actor acts; null for the own. Every entry of the audit says it.</summary>
    public Guid? InNameOf { get; set; }

    /// <summary>The case's own row.</summary>
    public Case Case => Rows<Case>().Single();

    internal ImmutableList<PendingEvent> Events => events;

    internal ImmutableList<NpgsqlBatchCommand> Others => others;

    internal IReadOnlyList<Action> AfterCommitActions => afterCommit;

    /// <summary>The case's rows of one kind.</summary>
    public SpineRows<T> Rows<T>()
        where T : class => new(this, catalog.Of<T>());

    /// <summary>The rows of one kind that were added or replaced since the lock.</summary>
    public IReadOnlyList<T> Changed<T>()
        where T : class
    {
        var table = catalog.Of<T>();
        var old = before.GetValueOrDefault(table, ImmutableDictionary<object, SpineRow>.Empty);
        return [.. Current(table).Where(pair => !old.TryGetValue(pair.Key, out var was) || !ReferenceEquals(was.Value, pair.Value.Value))
            .OrderBy(pair => pair.Value.Position).Select(pair => (T)pair.Value.Value)];
    }

    /// <summary>Adds an entry to the audit and the timeline. Facts hold ids, codes and field names, never a personal value.</summary>
    public void Record(string type, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in facts) map[name] = value;
        if (InNameOf is { } absent) map["for"] = absent;
        events = events.Add(new PendingEvent(type, map.ToImmutable()));
    }

    /// <summary>What to answer when the flush meets this unique index: somebody else was faster.</summary>
    public void RefuseOn(string constraint, Refusal refusal) => refusals[constraint] = refusal;

    /// <summary>
    /// Does the work once more with fresh state when the flush meets this unique index: somebody else added the row meanwhile.
    /// </summary>
    public void TryAgainOn(string constraint) => races.Add(constraint);

    /// <summary>Adds a statement on a row that is not the case's own, for example the link from an account to its person.</summary>
    public void Execute(NpgsqlBatchCommand command) => others = others.Add(command);

    /// <summary>Runs once the transaction is committed, for example to wake the worker.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>A point to which <see cref="Rollback"/> can return.</summary>
    public object Mark() => new Savepoint(now, events, others, afterCommit.Count);

    /// <summary>Forgets everything done since the mark.</summary>
    public void Rollback(object mark)
    {
        var savepoint = (Savepoint)mark;
        (now, events, others) = (savepoint.Rows, savepoint.Events, savepoint.Others);
        afterCommit.RemoveRange(savepoint.AfterCommit, afterCommit.Count - savepoint.AfterCommit);
    }

    internal bool IsRace(string? constraint) => constraint is not null && races.Contains(constraint);

    internal Refusal? RefusalFor(string? constraint) =>
        constraint is not null && refusals.TryGetValue(constraint, out var refusal) ? refusal : null;

    internal ImmutableDictionary<object, SpineRow> Current(SpineTable table) =>
        now.GetValueOrDefault(table, ImmutableDictionary<object, SpineRow>.Empty);

    internal void Replace(SpineTable table, ImmutableDictionary<object, SpineRow> rows) => now = now.SetItem(table, rows);

    internal IEnumerable<(SpineTable Table, SpineChange Change)> Changes() =>
        from table in now.Keys.OrderBy(table => table.Order)
        from change in table.Changes(
            before.GetValueOrDefault(table, ImmutableDictionary<object, SpineRow>.Empty), Current(table))
        select (table, change);

    /// <summary>What the audit has to seal: every audited row when the case is numbered in this transaction, else what changed.</summary>
    internal IEnumerable<(SpineTable Table, object Key, object? Row)> AuditedRows()
    {
        var numberedNow = before.GetValueOrDefault(Case.Table)?.Values.All(row => ((Case)row.Value).Number is null) ?? true;
        foreach (var table in now.Keys.Where(table => table.IsAudited))
        {
            var old = before.GetValueOrDefault(table, ImmutableDictionary<object, SpineRow>.Empty);
            foreach (var (key, row) in Current(table))
            {
                if (numberedNow || !old.TryGetValue(key, out var was) || !Equals(was.Value, row.Value))
                    yield return (table, key, row.Value);
            }

            foreach (var key in old.Keys.Where(key => !Current(table).ContainsKey(key))) yield return (table, key, null);
        }
    }

    internal sealed record PendingEvent(string Type, ImmutableSortedDictionary<string, object?> Facts);

    private sealed record Savepoint(
        ImmutableDictionary<SpineTable, ImmutableDictionary<object, SpineRow>> Rows, ImmutableList<PendingEvent> Events,
        ImmutableList<NpgsqlBatchCommand> Others, int AfterCommit);
}

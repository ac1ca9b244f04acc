using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>Reads the audit of a case as officers' timelines show it: who did what, to whom, why, and in whose name.</summary>
public sealed class CaseFileEvents(PortalDbContext db)
{
    /// <summary>The entries, the newest first.</summary>
    public async Task<IReadOnlyList<CaseFileEvent>> ReadAsync(Guid caseId, ServiceItem item, CancellationToken ct)
    {
        var rows = await db.OperationEvents.AsNoTracking().Where(row => row.StreamId == caseId)
            .OrderByDescending(row => row.Seq).ToListAsync(ct);
        var done = await db.Set<CaseAction>().AsNoTracking().Where(row => row.CaseId == caseId).ToDictionaryAsync(row => row.Id, ct);
        var entries = rows.ConvertAll(row => Entry.Of(row, done));
        var names = await NamesAsync(entries.SelectMany(entry => new[] { entry.Row.ActorId, entry.To, entry.For }), ct);
        return entries.ConvertAll(entry => new CaseFileEvent(
            entry.Row.Type, Name(entry.Row.ActorId), StepName(item, entry.Step), entry.Row.At,
            Name(entry.To), entry.Action?.Reason ?? "", Name(entry.For)));

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    /// <summary>In whose name decisions were made by stand-ins, by decision.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> StandInsAsync(Guid caseId, CancellationToken ct)
    {
        var rows = await db.OperationEvents.AsNoTracking().Where(row => row.StreamId == caseId && row.Type == "DecisionMade")
            .ToListAsync(ct);
        var found = new Dictionary<Guid, Guid>();
        foreach (var row in rows)
        {
            using var facts = JsonDocument.Parse(row.Facts);
            if (IdIn(facts, "for") is { } absent && IdIn(facts, "decision") is { } decision) found[decision] = absent;
        }

        return found;
    }

    private static Guid? IdIn(JsonDocument facts, string name) =>
        facts.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id)
            ? id
            : null;

    private static LocalizedText? StepName(ServiceItem item, string? code) => code is null ? null
        : item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, code, StringComparison.Ordinal))?.Name
            ?? new LocalizedText(code, code);

    private async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => wanted.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
    }

    private sealed record Entry(OperationEvent Row, CaseAction? Action, string? Step, Guid? To, Guid? For)
    {
        public static Entry Of(OperationEvent row, Dictionary<Guid, CaseAction> done)
        {
            using var facts = JsonDocument.Parse(row.Facts);
            var action = IdIn(facts, "action") is { } id ? done.GetValueOrDefault(id) : null;
            var step = facts.RootElement.TryGetProperty("step", out var code) ? code.GetString() : null;
            return new Entry(row, action, step, action?.ToUserId, IdIn(facts, "for"));
        }
    }
}

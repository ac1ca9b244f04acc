using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Silence;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Reads a case as a mold: all its rows, with what must differ in a copy found in them.</summary>
internal sealed class MoldReader(NpgsqlDataSource database, SpineCatalog catalog, BulkStaff staff)
{
    // Messages were sent once and copies write to nobody; the journal of a copy begins when it moves.
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "outbox_messages", "workflow_journal" };

    private static readonly Dictionary<string, (SecretKind Kind, bool IsIndex)> PersonSecrets = new(StringComparer.Ordinal)
    {
        ["citizen_id_cipher"] = (SecretKind.CitizenId, false),
        ["citizen_id_index"] = (SecretKind.CitizenId, true),
        ["phone_cipher"] = (SecretKind.Phone, false),
        ["phone_index"] = (SecretKind.Phone, true),
    };

    private const string EventsSql =
        "select operation_id, type, actor_id, actor_role, at, facts, row_digests from operation_events where stream_id = $1 order by seq";

    private const string SharedSql = """
        select id from organisations union all select id from service_item_versions union all select id from materials
        union all select id from portal_users where user_name not like 'bulk-%'
        """;

    /// <summary>Reads one.</summary>
    public async Task<Mold> ReadAsync(MoldRecipe recipe, Guid caseId, BulkPerson person, CancellationToken ct)
    {
        var rows = await RowsAsync(caseId, ct);
        var events = await EventsAsync(caseId, ct);
        var application = rows.Select(one => one.Row).OfType<Application>().Single();
        var slots = await SlotsAsync(caseId, rows, events, ct);
        var places = slots.Select((slot, place) => (slot.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var began = events[0].At;
        var texts = new MoldTexts(places, Known(rows, person), (Day(began).AddDays(-7), Day(began).AddYears(1)));
        var molded = rows.ConvertAll(one => Row(one.Table, one.Row, texts, places));
        return new Mold
        {
            Recipe = recipe,
            ItemCode = application.ServiceItemCode,
            Slots = slots,
            Rows = molded,
            Events = Events(events, rows, texts, places),
            BeganAt = began,
            LastAt = events[^1].At,
            DueAt = rows.Min(one => DueAt(one.Row)),
            OpenTasks = rows.Select(one => one.Row).OfType<ReviewTask>().Count(task => task.IsOpen),
        };
    }

    private static DateTimeOffset? DueAt(object row) => row switch
    {
        BookmarkRow bookmark => bookmark.DueAt,
        Job job => job.RunAt,
        _ => null,
    };

    // Of what is planned, only what moves a case: reminders would write to people.
    private static bool IsCopied(object row) =>
        row is not Job job || (job.Status is JobStatus.Waiting && job.Kind == DeemAcceptanceJob.Kind);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static Dictionary<string, MoldPartKind> Known(List<(SpineTable Table, object Row)> rows, BulkPerson person)
    {
        var known = new Dictionary<string, MoldPartKind>(StringComparer.Ordinal)
        {
            [person.Name] = MoldPartKind.Name,
            [Mask.Phone(person.Phone)] = MoldPartKind.Phone,
            [Mask.IdentityNumber(person.CitizenId)] = MoldPartKind.CitizenId,
        };
        if (rows.Select(one => one.Row).OfType<Case>().Single().Number is { } number) known[number] = MoldPartKind.Number;
        return known;
    }

    private async Task<List<(SpineTable Table, object Row)>> RowsAsync(Guid caseId, CancellationToken ct)
    {
        var rows = new List<(SpineTable, object)>();
        await using var connection = await database.OpenConnectionAsync(ct);
        foreach (var table in catalog.Tables.Where(table => table.HasCase && !LeftOut.Contains(table.Name)))
            rows.AddRange((await ReadAsync(table.LoadManyCommand(connection, [caseId]), table, ct)).Where(one => IsCopied(one.Item2)));
        var application = rows.Select(one => one.Item2).OfType<Application>().Single();
        // The person and the mandate come before the application that names them.
        if (application.MandateId is { } mandate) rows.InsertRange(0, await NamedAsync(connection, catalog.Of<Mandate>(), mandate, ct));
        if (application.SubjectPersonId is { } subject)
            rows.InsertRange(0, await NamedAsync(connection, catalog.Of<Person>(), subject, ct));
        return rows;
    }

    private static Task<List<(SpineTable, object)>> NamedAsync(NpgsqlConnection connection, SpineTable table, Guid id, CancellationToken ct)
    {
        var command = new NpgsqlCommand($"select {string.Join(", ", table.Cells.Select(cell => cell.Name))} from {table.Name} where id = $1", connection);
        command.Parameters.Add(CaseBatch.Uuid(id));
        return ReadAsync(command, table, ct);
    }

    private static async Task<List<(SpineTable, object)>> ReadAsync(NpgsqlCommand command, SpineTable table, CancellationToken ct)
    {
        await using var owned = command;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(SpineTable, object)>();
        while (await reader.ReadAsync(ct)) rows.Add((table, table.Materialise(reader)));
        return rows;
    }

    private async Task<List<OperationEvent>> EventsAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(EventsSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<OperationEvent>();
        while (await reader.ReadAsync(ct))
        {
            events.Add(new OperationEvent
            {
                StreamId = caseId,
                Seq = events.Count + 1,
                OperationId = reader.GetGuid(0),
                Type = reader.GetString(1),
                ActorId = reader.GetFieldValue<Guid?>(2),
                ActorRole = reader.IsDBNull(3) ? null : reader.GetString(3),
                At = reader.GetFieldValue<DateTimeOffset>(4),
                Facts = reader.GetString(5),
                RowDigests = reader.GetString(6),
                KeyVersion = 0,
                Mac = [],
            });
        }

        return events;
    }

    /// <summary>Every key in the mold that is not shared by all cases; the case first.</summary>
    private async Task<List<MoldSlot>> SlotsAsync(
        Guid caseId, List<(SpineTable Table, object Row)> rows, List<OperationEvent> events, CancellationToken ct)
    {
        var keys = new HashSet<Guid> { caseId };
        foreach (var value in rows.SelectMany(one => one.Table.ValuesOf(one.Row)))
        {
            if (value is Guid key) keys.Add(key);
            else if (value is string text) keys.UnionWith(MoldTexts.KeysIn(text));
        }

        foreach (var entry in events)
        {
            keys.Add(entry.OperationId);
            if (entry.ActorId is { } actor) keys.Add(actor);
            keys.UnionWith(MoldTexts.KeysIn(entry.Facts));
        }

        await using var command = database.CreateCommand(SharedSql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) keys.Remove(reader.GetGuid(0));
        return [.. keys.OrderBy(key => key != caseId).Select(key => new MoldSlot(
            staff.Colleagues(key) is not null ? MoldSlotKind.Officer : staff.IsApplicant(key) ? MoldSlotKind.Applicant : MoldSlotKind.New, key))];
    }

    private static MoldRow Row(SpineTable table, object row, MoldTexts texts, Dictionary<Guid, int> places)
    {
        var values = table.ValuesOf(row);
        return new MoldRow(table, [.. table.Cells.Select((cell, place) => Cell(table, row, cell, values[place], texts, places))]);
    }

    private static MoldCell Cell(SpineTable table, object row, SpineCell cell, object? value, MoldTexts texts, Dictionary<Guid, int> places)
    {
        if (value is byte[] && row is ApplicationSecret secret)
        {
            var kind = Enum.Parse<SecretKind>(secret.Kind);
            return cell.Type is NpgsqlDbType.Bytea
                && cell.Name == "cipher" ? new MoldCell.Cipher(kind, "application_secrets.cipher", places[secret.CaseId])
                : new MoldCell.Index(kind);
        }

        if (value is byte[] && row is Person person && PersonSecrets.TryGetValue(cell.Name, out var part))
            return part.IsIndex ? new MoldCell.Index(part.Kind)
                : new MoldCell.Cipher(part.Kind,
                    "persons." + cell.Name.Replace("_cipher", "", StringComparison.Ordinal), places[person.Id]);
        return value switch
        {
            Guid key when places.TryGetValue(key, out var slot) => new MoldCell.Key(slot),
            // What the applicant wrote keeps its days.
            string text => texts.Cell(text, cell.IsJson && !(table.Name == "applications" && cell.Name == "answers")),
            DateTimeOffset at => new MoldCell.At(at),
            DateOnly on => new MoldCell.On(on),
            _ => new MoldCell.Fixed(value),
        };
    }

    private static List<MoldEvent> Events(
        List<OperationEvent> events, List<(SpineTable Table, object Row)> rows, MoldTexts texts, Dictionary<Guid, int> places)
    {
        var byName = rows.Select((one, place) => (Name: AuditChain.RowName(one.Table, one.Table.KeyOf(one.Row)), place))
            .DistinctBy(one => one.Name, StringComparer.Ordinal).ToDictionary(one => one.Name, one => one.place, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var molded = new List<MoldEvent>();
        foreach (var entry in Enumerable.Reverse(events))
        {
            var names = JsonSerializer.Deserialize<Dictionary<string, string?>>(entry.RowDigests)!.Keys;
            molded.Add(new MoldEvent(
                new MoldCell.Key(places[entry.OperationId]), entry.Type,
                entry.ActorId is { } actor && places.TryGetValue(actor, out var slot)
                    ? new MoldCell.Key(slot)
                    : new MoldCell.Fixed(entry.ActorId),
                entry.ActorRole, new MoldCell.At(entry.At), texts.Cell(entry.Facts, hasDays: true),
                [.. names.Where(name => byName.ContainsKey(name) && seen.Add(name)).Order(StringComparer.Ordinal)
                    .Select(name => new MoldDigest(texts.Cell(name, hasDays: false), byName[name]))]));
        }

        molded.Reverse();
        return molded;
    }
}

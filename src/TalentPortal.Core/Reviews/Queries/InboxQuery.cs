using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>
/// Open tasks within a reader's reach: pages and API read them here. A task turns yellow by the working-day bound of the light rule;
/// its share bound belongs to the whole promise, which the case shows.
/// </summary>
public sealed class InboxQuery(
    NpgsqlDataSource database, ServiceItems items, OrganisationDirectory organisations, InboxClock clock)
{
    /// <summary>Most rows of one page.</summary>
    public const int MostRows = 200;

    /// <summary>Reads one page with its counts and choices.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="after">The <see cref="InboxPage.Next"/> of the page before; null, or anything else, for the first page.</param>
    /// <param name="limit">Most rows, 1 to <see cref="MostRows"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<InboxPage> ReadAsync(Actor actor, InboxFilter filter, string? after, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        limit = Math.Clamp(limit, 1, MostRows);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Rows(actor, filter, after, limit));
        batch.BatchCommands.Add(Command(InboxSql.Lights(filter, PostsOf(actor), InboxPage.MostCounted), actor, filter, cursor: null));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(InboxSql.Choices(PostsOf(actor))));
        foreach (var parameter in InboxSql.ReachOf(actor.Appointments)) batch.BatchCommands[^1].Parameters.Add(parameter);
        // Planning these would take longer than running them; a connection of the pool keeps them.
        await batch.PrepareAsync(ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var rows = await ReadRowsAsync(reader, ct);
        await reader.NextResultAsync(ct);
        var lights = new Dictionary<Light, int>();
        await reader.ReadAsync(ct);
        foreach (var (place, light) in InboxSql.TaskLights.Index()) lights[light] = reader.GetInt32(place);
        await reader.NextResultAsync(ct);
        var choices = await ReadChoicesAsync(reader, ct);
        return new InboxPage(rows, Cut(rows, limit), lights, choices);
    }

    /// <summary>Reads one page's rows alone.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <param name="limit">Most rows, 1 to <see cref="MostRows"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(IReadOnlyList<InboxRow> Rows, string? Next)> ReadRowsAsync(
        Actor actor, InboxFilter filter, string? after, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        limit = Math.Clamp(limit, 1, MostRows);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Rows(actor, filter, after, limit));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var rows = await ReadRowsAsync(reader, ct);
        return (rows, Cut(rows, limit));
    }

    /// <summary>The tasks before and after a place of a list; null where it begins or ends.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="filter">The list.</param>
    /// <param name="place">The place: of a task that is in the list, or was.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(Guid? Before, Guid? After)> NeighboursAsync(Actor actor, InboxFilter filter, InboxCursor place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(InboxSql.Neighbour(filter, PostsOf(actor), after: false), actor, filter, place));
        batch.BatchCommands.Add(Command(InboxSql.Neighbour(filter, PostsOf(actor), after: true), actor, filter, place));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        Guid? before = await reader.ReadAsync(ct) ? reader.GetGuid(0) : null;
        await reader.NextResultAsync(ct);
        return (before, await reader.ReadAsync(ct) ? reader.GetGuid(0) : null);
    }

    /// <summary>Open tasks within reach of the cases that a search finds, whoever has them.</summary>
    public async Task<IReadOnlyList<InboxRow>> SearchAsync(Actor actor, CaseSearch search, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(search);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        var command = new NpgsqlBatchCommand(InboxSql.Search(search, MostRows));
        AddReader(command, actor);
        foreach (var parameter in CaseSearchSql.Parameters(search)) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await ReadRowsAsync(reader, ct);
    }

    /// <summary>Takes away the row beyond the page.</summary>
    /// <returns>Where the next page begins; null when there was none.</returns>
    private static string? Cut(List<InboxRow> rows, int limit)
    {
        if (rows.Count <= limit) return null;
        rows.RemoveAt(limit);
        return new InboxCursor(rows[^1].DueOn, rows[^1].TaskId).ToString();
    }

    private NpgsqlBatchCommand Rows(Actor actor, InboxFilter filter, string? after, int limit)
    {
        var cursor = InboxCursor.TryParse(after);
        return Command(InboxSql.Rows(filter, PostsOf(actor), cursor is not null, limit + 1), actor, filter, cursor);
    }

    private NpgsqlBatchCommand Command(string sql, Actor actor, InboxFilter filter, InboxCursor? cursor)
    {
        var command = new NpgsqlBatchCommand(sql);
        AddReader(command, actor);
        command.Parameters.Add(CaseBatch.Text(filter.ServiceItem));
        command.Parameters.Add(CaseBatch.Text(filter.Step));
        command.Parameters.Add(CaseBatch.Uuid(filter.TownId));
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)cursor?.DueOn ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(CaseBatch.Uuid(cursor?.TaskId));
        return command;
    }

    /// <summary>Whose tasks are the reader's own: what an absent colleague has is the stand-in's.</summary>
    private static NpgsqlParameter<Guid[]> Holders(Actor actor) => new()
    {
        TypedValue = [actor.UserId, .. actor.Appointments.Select(held => held.HeldFor).OfType<Guid>().Distinct()],
    };

    private static int PostsOf(Actor actor) => ((NpgsqlParameter<Guid[]>)InboxSql.ReachOf(actor.Appointments).First()).TypedValue!.Length;

    /// <summary>$1 to $6.</summary>
    private void AddReader(NpgsqlBatchCommand command, Actor actor)
    {
        foreach (var parameter in InboxSql.ReachOf(actor.Appointments)) command.Parameters.Add(parameter);
        command.Parameters.Add(Holders(actor));
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = clock.Today });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = clock.LastYellowOn });
    }

    private async Task<List<InboxRow>> ReadRowsAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = new List<InboxRow>();
        while (await reader.ReadAsync(ct)) rows.Add(await RowAsync(reader, rows.Count == 0 ? null : rows[^1], ct));
        return rows;
    }

    /// <summary>Tasks due on one day come one after the other: the days left until then are counted once.</summary>
    private async Task<InboxRow> RowAsync(NpgsqlDataReader reader, InboxRow? before, CancellationToken ct)
    {
        var item = (await items.VersionAsync(reader.GetGuid(5), ct)).Item;
        var step = reader.GetString(6);
        var townId = reader.GetFieldValue<Guid?>(7);
        var due = reader.GetFieldValue<DateOnly?>(13);
        return new InboxRow
        {
            TaskId = reader.GetGuid(0),
            CaseId = reader.GetGuid(1),
            Number = reader.GetString(2),
            SubjectMasked = reader.GetBoolean(16) ? null : Mask.Name(reader.GetString(3)),
            ServiceItemCode = reader.GetString(4),
            ServiceItem = item.Name,
            StepCode = step,
            Step = item.Guide.Steps.FirstOrDefault(one => one.Code == step)?.Name ?? new LocalizedText(step, step),
            TownId = townId,
            Town = townId is { } town ? await NameAsync(town, ct) : null,
            Unit = await NameAsync(reader.GetGuid(8), ct),
            Role = reader.GetString(9),
            Status = Enum.Parse<ReviewTaskStatus>(reader.GetString(10)),
            HolderId = reader.GetFieldValue<Guid?>(11),
            HolderName = await reader.IsDBNullAsync(12, ct) ? null : reader.GetString(12),
            DueOn = due,
            RemainingWorkingDays = due is not { } on ? null : on == before?.DueOn ? before.RemainingWorkingDays : clock.Remaining(on),
            Light = Enum.Parse<Light>(reader.GetString(14)),
            CreatedAt = reader.GetFieldValue<DateTimeOffset>(15),
        };
    }

    private static async Task<List<InboxChoice>> ReadChoicesAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var choices = new List<InboxChoice>();
        while (await reader.ReadAsync(ct))
            choices.Add(new InboxChoice(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<Guid?>(2)));
        return choices;
    }

    private async ValueTask<LocalizedText> NameAsync(Guid unitId, CancellationToken ct) =>
        await organisations.FindAsync(unitId, ct) is { } unit ? new LocalizedText(unit.NameZh, unit.NameEn) : LocalizedText.Empty;
}

using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews.Queries.Lists;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>
/// Lists of numbered cases, the newest first, paged by key: for search within one's visibility, and behind the leaders' figures.
/// </summary>
public sealed class CaseListQuery(NpgsqlDataSource database, ServiceItems items, OrganisationDirectory organisations)
{
    private const string From = $"""
        from cases c join applications a on a.case_id = c.id
        where {CaseVisibility.Condition} and a.submitted_at is not null
          and ($8::text is null or a.status = $8) and ($9::text is null or a.service_item_code = $9)
          and ($10::uuid is null or a.town_organisation_id = $10) and (not $11 or a.town_organisation_id is null)
          and (not $12 or a.closed_at is null)
        """;

    private const string Columns =
        "select c.id, c.number, a.subject_name, a.service_item_version_id, a.status, a.stage, a.town_organisation_id, a.submitted_at";

    /// <summary>Reads one page of what the actor may see.</summary>
    public Task<CaseListPage> ReadAsync(Actor actor, CaseListFilter filter, string? after, int limit, CancellationToken ct) =>
        ReadAsync([.. CaseVisibility.ParametersOf(actor)], filter, after, limit, CaseListPage.MostCounted, ct);

    /// <summary>Reads one page of the whole district, for whoever sees the boards.</summary>
    public Task<CaseListPage> ReadDistrictAsync(CaseListFilter filter, string? after, int limit, CancellationToken ct) =>
        ReadAsync([.. CaseVisibility.ParametersOfDistrict()], filter, after, limit, int.MaxValue, ct);

    private async Task<CaseListPage> ReadAsync(
        IReadOnlyList<NpgsqlParameter> reach, CaseListFilter filter, string? after, int limit, int mostCounted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        var order = filter.Order;
        var (at, id) = order.Parse(after);
        var from = filter.Search is { } search ? $"{From} and {CaseSearchSql.Condition(search, 6)}" : From;
        foreach (var (sql, most) in new[] { ($"{Columns}, {order.Key} {from} {order.Page(13)} limit $15", limit + 1), ($"select count(*)::int from (select {from} limit $15) counted", mostCounted) })
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var parameter in reach) command.Parameters.Add(parameter.Clone());
            AddFilter(command, filter);
            command.Parameters.Add(at.Clone());
            command.Parameters.Add(CaseBatch.Uuid(id));
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        var rows = new List<CaseListRow>();
        string? next = null;
        while (await reader.ReadAsync(ct))
        {
            if (rows.Count == limit - 1) next = order.After(reader, 8);
            rows.Add(await RowAsync(reader, ct));
        }

        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        var total = reader.GetInt32(0);
        if (rows.Count <= limit) return new CaseListPage(rows, total, Next: null);
        rows.RemoveAt(limit);
        return new CaseListPage(rows, total, next);
    }

    private static void AddFilter(NpgsqlBatchCommand command, CaseListFilter filter)
    {
        foreach (var parameter in CaseSearchSql.Parameters(filter.Search)) command.Parameters.Add(parameter);
        command.Parameters.Add(CaseBatch.Text(filter.Status?.ToString()));
        command.Parameters.Add(CaseBatch.Text(filter.ServiceItem));
        command.Parameters.Add(CaseBatch.Uuid(filter.TownId));
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = filter.WithoutTown });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = filter.OnlyOpen });
    }

    private async Task<CaseListRow> RowAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var item = (await items.VersionAsync(reader.GetGuid(3), ct)).Item;
        var stage = reader.IsDBNull(5) ? null : reader.GetString(5);
        var town = reader.GetFieldValue<Guid?>(6) is { } id ? await organisations.FindAsync(id, ct) : null;
        return new CaseListRow(reader.GetGuid(0), reader.GetString(1), Mask.Name(reader.GetString(2)), item.Name,
            Enum.Parse<ApplicationStatus>(reader.GetString(4)),
            item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, stage, StringComparison.Ordinal))?.Name,
            town is null ? null : new LocalizedText(town.NameZh, town.NameEn), reader.GetFieldValue<DateTimeOffset>(7));
    }
}

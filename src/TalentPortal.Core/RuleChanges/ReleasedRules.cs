using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Brings what was released, here or in another portal, into this portal's parameters, service items and benefits.</summary>
/// <param name="database">The database.</param>
/// <param name="parameters">The portal's parameters.</param>
/// <param name="items">The portal's service items.</param>
/// <param name="catalogues">The portal's benefit catalogues.</param>
/// <param name="logger">Told what was taken over.</param>
public sealed class ReleasedRules(
    NpgsqlDataSource database, ParameterTable parameters, ServiceItems items, BenefitCatalogues catalogues, ILogger<ReleasedRules> logger)
{
    private const string ParametersSql = """
        select c.subject, c.content, c.valid_from, c.provenance, c.source, coalesce(u.display_name, '')
        from rule_changes c left join portal_users u on u.id = c.released_by
        where c.kind = 'Parameter' and c.status = 'Released' and c.withdraws_id is null
          and not exists (select 1 from rule_changes back where back.withdraws_id = c.id and back.status = 'Released')
        order by c.valid_from
        """;

    private const string MarkSql = """
        select (select count(*) from rule_changes where status = 'Released') || ' ' || (select count(*) from service_item_versions)
          || ' ' || (select count(*) from benefit_catalogue_versions)
        """;

    private string mark = "";

    /// <summary>Takes over whatever another portal released since the last look.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        if (await MarkAsync(ct) == Volatile.Read(ref mark)) return false;
        await LoadAsync(ct);
        await items.LoadAsync(ct);
        logger.LogInformation("Rules released in another portal were taken over");
        return true;
    }

    /// <summary>Reads all released changes of parameters.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var seen = await MarkAsync(ct);
        var shapes = parameters.All.ToLookup(one => one.Key, StringComparer.Ordinal);
        var changes = new List<Parameter>();
        await using var command = database.CreateCommand(ParametersSql);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            // A key that this build no longer knows is of no use to it.
            if (shapes[row.GetString(0)].FirstOrDefault() is not { } shape) continue;
            changes.Add(shape with
            {
                Value = JsonSerializer.Deserialize<JsonElement>(row.GetString(1)).GetProperty("value"),
                EffectiveFrom = row.GetFieldValue<DateOnly>(2),
                Provenance = Enum.Parse<Provenance>(row.GetString(3)),
                Source = row.GetString(4),
                ApprovedBy = row.GetString(5),
            });
        }

        await row.DisposeAsync();
        await catalogues.LoadAsync(ct);
        parameters.Adopt(changes);
        Volatile.Write(ref mark, seen);
    }

    private async Task<string> MarkAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(MarkSql);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }
}

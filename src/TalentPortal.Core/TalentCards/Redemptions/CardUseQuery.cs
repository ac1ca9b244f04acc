using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>Counts what was used of a card's benefits in the period that a day lies in.</summary>
public sealed class CardUseQuery(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select wanted.benefit, count(*)::int
        from unnest($2::text[], $3::date[], $4::date[]) wanted (benefit, first, last)
        join redemptions r on r.case_id = $1 and r.benefit = wanted.benefit and r.redeemed_on between wanted.first and wanted.last and not r.reversed
        group by wanted.benefit
        """;

    /// <summary>Uses by code of the benefit; one that was not used is missing.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(
        Guid cardId, DateOnly issuedOn, IReadOnlyList<BenefitEntitlement> entitlements, DateOnly on, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entitlements);
        var periods = entitlements.Select(one => one.PeriodOf(issuedOn, on)).ToList();
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(CaseBatch.Uuid(cardId));
        command.Parameters.Add(new NpgsqlParameter { Value = entitlements.Select(one => one.Benefit.Code).ToArray() });
        command.Parameters.Add(Days([.. periods.Select(period => period.From)]));
        command.Parameters.Add(Days([.. periods.Select(period => period.To)]));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct)) uses[rows.GetString(0)] = rows.GetInt32(1);
        return uses;
    }

    private static NpgsqlParameter Days(DateOnly[] days) => new() { Value = days, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date };
}

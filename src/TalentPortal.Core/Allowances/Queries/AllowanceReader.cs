using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>Reads allowances: a holder's own, or any for the office.</summary>
public sealed class AllowanceReader(NpgsqlDataSource database, AllowanceBooks books, AllowanceTerms terms, BenefitCatalogues catalogues, PortalTimeZone zone)
{
    private const string NamesSql =
        """
        select a.case_id, c.number, p.full_name, p.citizen_id_masked from allowances a
        join cases c on c.id = a.case_id join persons p on p.id = a.person_id
        where ($1::uuid is null or a.person_id = $1) and ($2::uuid is null or a.case_id = $2)
          and ($3::text is null or a.benefit = $3) and ($4::text is null or a.status = $4)
          and ($5::text is null or p.full_name = $5 or c.number = $5)
        order by a.from_on desc, a.case_id desc limit $6
        """;

    private const int MostOfOne = 100;

    /// <summary>The reader's own, the newest first.</summary>
    public async Task<IReadOnlyList<AllowanceView>> OwnAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.PersonId is { } person ? await ReadAsync(person, id: null, new AllowanceFilter(null, null, Held: false, null), MostOfOne, ct) : [];
    }

    /// <summary>One for the office; null where there is none, or the reader may not see it.</summary>
    public async Task<AllowanceView?> FindAsync(Actor actor, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.ManageAllowances)) return null;
        return (await ReadAsync(person: null, id, new AllowanceFilter(null, null, Held: false, null), 1, ct)).SingleOrDefault();
    }

    /// <summary>Those that are meant, the newest first.</summary>
    public async Task<IReadOnlyList<AllowanceRow>> ListAsync(AllowanceFilter filter, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        // Whether something is held follows from the facts and from no column: all are read, and then narrowed.
        var views = await ReadAsync(person: null, id: null, filter, filter.Held ? int.MaxValue : most, ct);
        return [.. views.Select(AllowanceRow.Of).Where(row => !filter.Held || row.Held > 0).Take(most)];
    }

    private async Task<IReadOnlyList<AllowanceView>> ReadAsync(Guid? person, Guid? id, AllowanceFilter filter, int most, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var named = await NamesAsync(connection, person, id, filter, most, ct);
        var facts = (await books.ReadAsync(connection, [.. named.Select(one => one.Id)], ct)).ToDictionary(one => one.Allowance.CaseId);
        var (today, views) = (zone.Today, new List<AllowanceView>());
        var ceiling = terms.HighestPayment(today);
        foreach (var one in named)
        {
            var known = facts[one.Id];
            var benefit = (await catalogues.VersionAsync(known.Allowance.CatalogueVersionId, ct)).Catalogue.FindBenefit(known.Allowance.Benefit)!;
            views.Add(new AllowanceView(known, one.Number, one.Name, one.CitizenIdMasked, benefit, [.. known.Instalments(today, ceiling).Reverse()]));
        }

        return views;
    }

    private static async Task<List<(Guid Id, string Number, string Name, string? CitizenIdMasked)>> NamesAsync(
        NpgsqlConnection connection, Guid? person, Guid? id, AllowanceFilter filter, int most, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(NamesSql, connection)
        {
            Parameters =
            {
                CaseBatch.Uuid(person), CaseBatch.Uuid(id), CaseBatch.Text(filter.Benefit), CaseBatch.Text(filter.Status?.ToString()),
                CaseBatch.Text(string.IsNullOrWhiteSpace(filter.Term) ? null : filter.Term.Trim()), new() { Value = most, NpgsqlDbType = NpgsqlDbType.Integer },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, string, string, string?)>();
        while (await reader.ReadAsync(ct)) found.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        return found;
    }
}

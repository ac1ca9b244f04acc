using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>Reads allowances: a holder's own, or any for the office.</summary>
public sealed class AllowanceReader(
    NpgsqlDataSource database, AllowanceBooks books, AllowanceTerms terms, BenefitCatalogues catalogues, PortalTimeZone zone)
{
    private const string NamesSql =
        """
        select a.case_id, c.number, p.full_name, p.citizen_id_masked from allowances a
        join cases c on c.id = a.case_id join persons p on p.id = a.person_id
        where ($1::uuid is null or a.person_id = $1) and ($2::uuid is null or a.case_id = $2)
          and ($3::text is null or a.benefit = $3) and ($4::text is null or a.status = $4)
          and ($5::text is null or p.full_name = $5 or c.number = $5)
          and ($6::date is null or (a.from_on, a.case_id) < ($6, $7)) and (not $8 or
        """ + UnsettledSql + """
          or ($10 and exists (select from recoveries r where r.case_id = a.case_id))
        ) order by a.from_on desc, a.case_id desc limit $9
        """;

    /// <summary>Of what is over and paid for all its days nothing can be held.</summary>
    private const string UnsettledSql =
        """
          case when a.period is null
            then not exists (select from payments y where y.allowance_id = a.case_id and y.status in ('Planned', 'Released', 'Paid'))
            else a.status = 'Active' or least(a.ended_on, a.until_on) - a.from_on + 1 > coalesce((
              select sum(greatest(least(y.period_to, a.ended_on, a.until_on) - y.period_from + 1, 0))
              from payments y where y.allowance_id = a.case_id and y.status in ('Planned', 'Released', 'Paid')), 0) end
        """;

    private const int MostOfOne = 100;

    /// <summary>How many are read at once where each has to be looked at.</summary>
    private const int PageSize = 200;

    private static readonly AllowanceFilter All = new(Benefit: null, Status: null, Held: false, Term: null);

    /// <summary>The reader's own, the newest first.</summary>
    public async Task<IReadOnlyList<AllowanceView>> OwnAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.PersonId is { } person ? await ReadAsync(new Question(All, MostOfOne) { Person = person }, ct) : [];
    }

    /// <summary>One for the office; null where there is none, or the reader may not see it.</summary>
    public async Task<AllowanceView?> FindAsync(Actor actor, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.ManageAllowances)) return null;
        return (await ReadAsync(new Question(All, 1) { Id = id }, ct)).SingleOrDefault();
    }

    /// <summary>
    /// Those of which something may wait, for the portal itself: not paid for all their days, or claimed back. A page at a time.
    /// </summary>
    internal async IAsyncEnumerable<AllowanceView> UnsettledAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var question = new Question(All with { Held = true }, PageSize) { OrClaimed = true };
        for (var page = await ReadAsync(question, ct); ; page = await ReadAsync(question, ct))
        {
            foreach (var view in page) yield return view;
            if (page.Count < PageSize) yield break;
            question = question with { After = AllowanceRow.Of(page[^1]) };
        }
    }

    /// <summary>Those that are meant, the newest first.</summary>
    public async Task<IReadOnlyList<AllowanceRow>> ListAsync(AllowanceFilter filter, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (!filter.Held) return [.. (await ReadAsync(new Question(filter, most), ct)).Select(AllowanceRow.Of)];
        // Whether something is held follows from the facts and from no column: they are looked at a page at a time, until enough are found.
        var (found, question) = (new List<AllowanceRow>(), new Question(filter, Math.Min(most, PageSize)));
        while (found.Count < most)
        {
            var page = (await ReadAsync(question, ct)).Select(AllowanceRow.Of).ToList();
            found.AddRange(page.Where(row => row.Held > 0).Take(most - found.Count));
            if (page.Count < question.Most) break;
            question = question with { After = page[^1] };
        }

        return found;
    }

    private async Task<IReadOnlyList<AllowanceView>> ReadAsync(Question question, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var named = await NamesAsync(connection, question, ct);
        var facts = (await books.ReadAsync(connection, [.. named.Select(one => one.Id)], ct)).ToDictionary(one => one.Allowance.CaseId);
        var (today, views) = (zone.Today, new List<AllowanceView>());
        var ceiling = terms.HighestPayment(today);
        foreach (var one in named)
        {
            var known = facts[one.Id];
            var benefit =
                (await catalogues.VersionAsync(known.Allowance.CatalogueVersionId, ct)).Catalogue.FindBenefit(known.Allowance.Benefit)!;
            views.Add(new AllowanceView(known, one.Number, one.Name, one.CitizenIdMasked, benefit,
                [.. known.Instalments(today, ceiling).Reverse()]));
        }

        return views;
    }

    private static async Task<List<(Guid Id, string Number, string Name, string? CitizenIdMasked)>> NamesAsync(
        NpgsqlConnection connection, Question question, CancellationToken ct)
    {
        var filter = question.Filter;
        await using var command = new NpgsqlCommand(NamesSql, connection)
        {
            Parameters =
            {
                CaseBatch.Uuid(question.Person), CaseBatch.Uuid(question.Id), CaseBatch.Text(filter.Benefit),
                CaseBatch.Text(filter.Status?.ToString()),
                CaseBatch.Text(string.IsNullOrWhiteSpace(filter.Term) ? null : filter.Term.Trim()),
                new() { Value = (object?)question.After?.FromOn ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
                CaseBatch.Uuid(question.After?.Id),
                new() { Value = filter.Held, NpgsqlDbType = NpgsqlDbType.Boolean },
                new() { Value = question.Most, NpgsqlDbType = NpgsqlDbType.Integer },
                new() { Value = question.OrClaimed, NpgsqlDbType = NpgsqlDbType.Boolean },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, string, string, string?)>();
        while (await reader.ReadAsync(ct))
            found.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        return found;
    }

    /// <summary>Which allowances are read, and how many.</summary>
    private sealed record Question(AllowanceFilter Filter, int Most)
    {
        /// <summary>Only this person's; null for all.</summary>
        public Guid? Person { get; init; }

        /// <summary>Only this one; null for all.</summary>
        public Guid? Id { get; init; }

        /// <summary>Where only those are meant of which something may be held: those of which money is claimed back too.</summary>
        public bool OrClaimed { get; init; }

        /// <summary>The last one that was read; null for the first page.</summary>
        public AllowanceRow? After { get; init; }
    }
}

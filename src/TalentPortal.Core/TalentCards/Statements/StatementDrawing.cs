using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>Draws the statements of months that are over, and takes silence for a yes where the parameters say so.</summary>
public sealed class StatementDrawing(
    NpgsqlDataSource database, StatementBook book, StatementPress press, StatementTerms terms, TimeProvider time)
{
    // The oldest month first: what it did not know is then a correction of the next.
    private const string DueSql =
        """
        select v.organisation_id, m.first::date from venues v
        cross join lateral (select min(r.redeemed_on) as first from redemptions r where r.venue_id = v.organisation_id) u
        cross join lateral generate_series(date_trunc('month', u.first::timestamp), $1::date::timestamp, interval '1 month') m (first)
        where not exists (select from venue_statements s where s.venue_id = v.organisation_id and s.month = m.first::date and s.status <> 'Superseded')
          and exists (select from redemptions r where r.venue_id = v.organisation_id and r.redeemed_on >= m.first::date and r.redeemed_on < (m.first + interval '1 month')::date)
        order by m.first, v.organisation_id
        """;

    private const string SilentSql = "select id from venue_statements where status = 'Open' and answer_by < $1 order by id limit 200";
    private const string AcceptSql = "update venue_statements set status = 'Accepted', operation_id = $2 where id = $1";

    /// <summary>Looks once; harmless where there is nothing to do.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var (venue, month) in await DueAsync(ct))
        {
            await book.RunAsync(Operation.OfPortal("StatementDrawing", time), async work =>
            {
                await press.DrawAsync(work, venue, month, supersedes: null, ct);
                return Result.Success;
            }, ct);
        }

        if (!terms.SilenceAccepts) return;
        foreach (var id in await SilentAsync(ct)) await AcceptAsync(id, ct);
    }

    private Task<Result> AcceptAsync(Guid id, CancellationToken ct) =>
        book.ChangeAsync(id, Operation.OfPortal("StatementAccepting", time), async (work, statement) =>
    {
        // The partner may have answered meanwhile.
        if (statement.Status is not StatementStatus.Open) return new StatementNotOpen(statement.Status);
        await work.ExecuteAsync(AcceptSql, [CaseBatch.Uuid(id), CaseBatch.Uuid(work.Operation.Id)], ct);
        work.Record("StatementAccepted", statement.Number);
        return Result.Success;
    }, ct);

    private async Task<IReadOnlyList<(Guid Venue, DateOnly Month)>> DueAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(DueSql);
        command.Parameters.Add(new NpgsqlParameter { Value = terms.LastOverMonth, NpgsqlDbType = NpgsqlDbType.Date });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var due = new List<(Guid, DateOnly)>();
        while (await rows.ReadAsync(ct)) due.Add((rows.GetGuid(0), rows.GetFieldValue<DateOnly>(1)));
        return due;
    }

    private async Task<IReadOnlyList<Guid>> SilentAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(SilentSql);
        command.Parameters.Add(new NpgsqlParameter { Value = terms.Today, NpgsqlDbType = NpgsqlDbType.Date });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var silent = new List<Guid>();
        while (await rows.ReadAsync(ct)) silent.Add(rows.GetGuid(0));
        return silent;
    }
}

using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>Opens the transactions in which statements change: the row locked, messages and audit with it, or nothing of it.</summary>
public sealed class StatementBook(NpgsqlDataSource database, AuditStreams audit, PortalTimeZone zone, WorkSignal signal)
{
    /// <summary>Changes a statement. The same operation again changes nothing and succeeds.</summary>
    internal Task<Result> ChangeAsync(
        Guid id, Operation operation, Func<StatementWork, VenueStatement, Task<Result>> change, CancellationToken ct) =>
        RunAsync(operation, async work => await LockAsync(work, id, ct) is not { } statement ? new StatementUnknown()
            : statement.OperationId == operation.Id ? Result.Success
            : await change(work, statement), ct);

    /// <summary>Runs work that is kept only where it succeeds.</summary>
    internal async Task<Result> RunAsync(Operation operation, Func<StatementWork, Task<Result>> act, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var work = new StatementWork(connection, transaction, operation, zone.DateOf(operation.At));
        var done = await act(work);
        if (!done.Succeeded) return done;
        // The chain of the audit is locked last, and no longer than it takes to commit.
        foreach (var (type, facts) in work.Events)
            await audit.AppendAsync(connection, transaction, AuditStream.Administration, type, operation, facts, ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        return done;
    }

    private static async Task<VenueStatement?> LockAsync(StatementWork work, Guid id, CancellationToken ct)
    {
        await using var locking = work.Command("select id from venue_statements where id = $1 for no key update", CaseBatch.Uuid(id));
        if (await locking.ExecuteScalarAsync(ct) is null) return null;
        await using var command = work.Command(StatementReader.SelectSql + " where s.id = $1", CaseBatch.Uuid(id));
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? StatementReader.Read(rows) : null;
    }
}

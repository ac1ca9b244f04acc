using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>Notes what somebody made of a signal, with a remark.</summary>
public sealed class SignalDesk(NpgsqlDataSource database, CardSignals signals, AuditStreams audit)
{
    /// <summary>Most characters of a remark.</summary>
    public const int LongestRemark = 1000;

    private const string InsertSql =
        "insert into card_signal_marks (id, signal, state, remark, marked_by, marked_at) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing";

    /// <summary>Notes it; the same operation again changes nothing.</summary>
    public async Task<Result> MarkAsync(
        Actor actor, string? key, bool isDismissed, string? remark, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        if (await signals.FindAsync(actor, key, ct) is not { } signal) return new SignalUnknown();
        if (remark?.Trim() is not { Length: > 0 and <= LongestRemark } why) return new SignalRemarkMissing(LongestRemark);
        var state = isDismissed ? SignalState.Dismissed : SignalState.Seen;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var insert = new NpgsqlCommand(InsertSql, connection, transaction)
        {
            Parameters =
            {
                CaseBatch.Uuid(operation.Id), CaseBatch.Text(signal.Key), CaseBatch.Text(state.ToString()), CaseBatch.Text(why),
                CaseBatch.Uuid(actor.UserId), CaseBatch.At(operation.At),
            },
        };
        if (await insert.ExecuteNonQueryAsync(ct) == 0) return Result.Success;
        await audit.AppendAsync(connection, transaction, AuditStream.Administration, "CardSignalMarked", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["signal"] = signal.Key, ["state"] = state.ToString() }, ct);
        await transaction.CommitAsync(ct);
        return Result.Success;
    }
}

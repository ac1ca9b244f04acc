using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>
/// Hands the bank's file of a released batch out, the only place where accounts are opened: who takes it and what for is written down
/// before. Each time it is the same file, byte by byte.
/// </summary>
public sealed class BankFiles(NpgsqlDataSource database, PaymentBatches batches, AllowanceAccounts accounts, AuditStreams audit)
{
    private const string LinesSql =
        """
        select c.number, p.place, p.payee, p.bank, p.account_cipher, p.allowance_id, p.amount - p.set_off, a.benefit, p.period_from, p.period_to
        from payments p join cases c on c.id = p.case_id join allowances a on a.case_id = p.allowance_id
          join payment_batches b on b.case_id = p.case_id
        where p.case_id = $1 and b.status in ('Released', 'Settled') order by p.place
        """;

    /// <summary>Hands it out.</summary>
    /// <param name="actor">Who takes it.</param>
    /// <param name="batchId">Of which batch.</param>
    /// <param name="reason">What for.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<BankFile>> TakeAsync(Actor actor, Guid batchId, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.ManageAllowances) && !actor.Can(Permission.ReleasePayments)) return new CaseNotFound();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > AllowanceDesk.LongestReason)
            return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await ReadAsync(connection, batchId, ct) is not { } file) return new BatchNotInState(PaymentBatchStatus.Made);
        await audit.AppendAsync(AuditStream.Unmasking, "BankAccountsUnmasked", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["case"] = batchId,
                ["reason"] = reason.Trim(),
                ["sha256"] = file.Sha256,
            }, ct);
        var permission = actor.Can(Permission.ManageAllowances) ? Permission.ManageAllowances : Permission.ReleasePayments;
        var kept = await batches.DoAsync(
            actor, batchId, permission, operation, (work, batch, _) => Task.FromResult(Keep(work, batch, file)), ct);
        return kept.Succeeded ? file : kept.Refusal;
    }

    private static Result Keep(CaseWork work, PaymentBatch batch, BankFile file)
    {
        if (batch.FileSha256 is null) work.Rows<PaymentBatch>().Replace(batch with { FileSha256 = file.Sha256 });
        else if (batch.FileSha256 != file.Sha256)
            throw new InvalidOperationException($"The bank's file of batch {batch.CaseId} is no longer the one that was taken before.");
        work.Record("BankFileTaken", ("sha256", file.Sha256), ("payments", batch.Payments), ("total", batch.Total));
        return Result.Success;
    }

    private async Task<BankFile?> ReadAsync(NpgsqlConnection connection, Guid batchId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LinesSql, connection) { Parameters = { CaseBatch.Uuid(batchId) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (number, lines) = ("", new List<BankLine>());
        while (await reader.ReadAsync(ct))
        {
            number = reader.GetString(0);
            lines.Add(new BankLine(reader.GetInt32(1), reader.GetString(2), reader.GetString(3),
                accounts.Open(reader.GetGuid(5), reader.GetFieldValue<byte[]>(4)), reader.GetDecimal(6), reader.GetString(7),
                reader.GetFieldValue<DateOnly>(8), reader.GetFieldValue<DateOnly>(9)));
        }

        return lines.Count == 0 ? null : BankFile.Write(number, lines);
    }
}

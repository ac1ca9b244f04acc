using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Reads a change under its lock, and saves it with its entry in the audit or not at all.</summary>
public sealed class RuleStore(PortalDbContext db, AuditStreams audit)
{
    private const string OneDraft = "rule_changes_one_draft";

    /// <summary>Does something with a change that nobody else can change meanwhile.</summary>
    /// <param name="id">The change.</param>
    /// <param name="type">Type of the audit's entry, in the past tense.</param>
    /// <param name="operation">Who does it.</param>
    /// <param name="work">Does it, or says why not.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<RuleChange>> ChangeAsync(
        Guid id, string type, Operation operation, Func<RuleChange, NpgsqlConnection, Task<Refusal?>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockedAsync(id, ct) is not { } change) return new RuleNotFound();
        if (await work(change, Connection) is { } refusal) return refusal;
        return await SaveAsync(change, type, operation, transaction, ct);
    }

    /// <summary>Adds a draft.</summary>
    public async Task<Result<RuleChange>> AddAsync(RuleChange change, Operation operation, CancellationToken ct)
    {
        db.Add(change);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        return await SaveAsync(change, "RuleDrafted", operation, transaction, ct);
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    private async Task<RuleChange?> LockedAsync(Guid id, CancellationToken ct)
    {
        // Two drafts of one subject must not be released at once: whoever releases holds the whole, which is no frequent deed.
        await db.Database.ExecuteSqlAsync($"lock table rule_changes in share row exclusive mode", ct);
        db.ChangeTracker.Clear();
        return await db.Set<RuleChange>().SingleOrDefaultAsync(change => change.Id == id, ct);
    }

    private async Task<Result<RuleChange>> SaveAsync(
        RuleChange change, string type, Operation operation, IDbContextTransaction transaction, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { ConstraintName: OneDraft })
        {
            db.ChangeTracker.Clear();
            return new RuleDraftOpen();
        }

        await audit.AppendAsync(Connection, (NpgsqlTransaction)transaction.GetDbTransaction(), AuditStream.Administration, type,
            operation, Facts(change), ct);
        await transaction.CommitAsync(ct);
        return change;
    }

    private static Dictionary<string, object?> Facts(RuleChange change) => new(StringComparer.Ordinal)
    {
        ["change"] = change.Id,
        ["kind"] = change.Kind.ToString(),
        ["subject"] = change.Subject,
        ["revision"] = change.Revision,
        ["content"] = change.Content,
        ["validFrom"] = change.ValidFrom.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["withdraws"] = change.WithdrawsId,
        ["dryRun"] = change.DryRunId,
    };
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Has drafts played on cases, and says which dry run stands for the rule as it reads now.</summary>
public sealed class DryRuns
{
    private const string OneAtATime = "rule_dry_runs_one_at_a_time";

    private readonly PortalDbContext db;
    private readonly RuleTexts texts;
    private readonly AuditStreams audit;
    private readonly PortalTimeZone zone;
    private readonly WorkSignal signal;

    /// <summary>Takes what it works with.</summary>
    public DryRuns(PortalDbContext db, RuleTexts texts, AuditStreams audit, PortalTimeZone zone, WorkSignal signal) =>
        (this.db, this.texts, this.audit, this.zone, this.signal) = (db, texts, audit, zone, signal);

    /// <summary>Has a draft played on the cases that were handed in within a period; a job does it.</summary>
    public async Task<Result<DryRun>> StartAsync(
        Actor actor, Guid changeId, DateOnly from, DateOnly to, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        if (!actor.Can(Permission.SetParameters) && !actor.Can(Permission.ReleaseRules)) return new RuleNotPermitted();
        if (await db.Set<RuleChange>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == changeId, ct) is not { } change)
            return new RuleNotFound();
        if (change.Status is not RuleChangeStatus.Draft || change.WithdrawsId is not null) return new RuleChangeClosed();
        if (to < from || to > zone.Today) return new RulePeriodInvalid();
        var text = await texts.OfAsync(change, ct);
        if (!text.Succeeded) return text.Refusal;
        if (text.Value.Pairs.Count == 0) return new RuleDecidesNothing();
        return await SaveAsync(DryRun.Begin(changeId, text.Value.Hash, from, to, await CountAsync(text.Value, from, to, ct), actor.UserId, operation.At), operation, ct);
    }

    /// <summary>All dry runs of a change, the newest first.</summary>
    public async Task<IReadOnlyList<DryRun>> OfAsync(Guid changeId, CancellationToken ct) =>
        await db.Set<DryRun>().AsNoTracking().Where(run => run.ChangeId == changeId)
            .OrderByDescending(run => run.AskedAt).ThenByDescending(run => run.Id).ToListAsync(ct);

    /// <summary>Whether a change decides about cases, and which finished dry run was made of the rules as they read now.</summary>
    public async Task<Result<DryRunStanding>> StandingAsync(RuleChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.WithdrawsId is not null) return new DryRunStanding(Decides: false, CurrentId: null);
        var text = await texts.OfAsync(change, ct);
        if (!text.Succeeded) return text.Refusal;
        var current = await db.Set<DryRun>().AsNoTracking()
            .Where(run => run.ChangeId == change.Id && run.Status == DryRunStatus.Done && run.RuleHash == text.Value.Hash)
            .OrderByDescending(run => run.AskedAt).Select(run => (Guid?)run.Id).FirstOrDefaultAsync(ct);
        return new DryRunStanding(text.Value.Pairs.Count > 0, current);
    }

    private async Task<int> CountAsync(RuleText text, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (begin, end) = (zone.StartOf(from), zone.StartOf(to.AddDays(1)));
        var codes = text.Pairs.Select(pair => pair.Before.Item.Code).ToList();
        return await db.Applications.CountAsync(
            one => codes.Contains(one.ServiceItemCode) && one.SubmittedAt >= begin && one.SubmittedAt < end, ct);
    }

    private async Task<Result<DryRun>> SaveAsync(DryRun run, Operation operation, CancellationToken ct)
    {
        db.Add(run);
        db.Add(Job.Of(DryRunJob.Kind, operation.At, payload: JsonSerializer.Serialize(new { run = run.Id }),
            uniqueKey: run.Id.ToString("N")));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { ConstraintName: OneAtATime })
        {
            db.ChangeTracker.Clear();
            return new RuleDryRunUnderWay();
        }

        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["run"] = run.Id,
            ["change"] = run.ChangeId,
            ["ruleHash"] = run.RuleHash,
            ["cases"] = run.Total,
        };
        await audit.AppendAsync(AuditStream.Administration, "RuleDryRunStarted", operation, facts, ct);
        signal.Raise();
        return run;
    }
}

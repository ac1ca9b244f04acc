using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Replays;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Releases changes, gives drafts up, and takes back what is released but does not hold yet.</summary>
public sealed class RuleReleases(PortalDbContext db, RuleStore store, PortalTimeZone zone, RuleTakingEffect effect, ReleaseRuns runs)
{
    /// <summary>Releases a change; from now on it is never edited.</summary>
    public async Task<Result<RuleChange>> ReleaseAsync(
        Actor actor, Guid id, RuleReleaseOptions how, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(how);
        if (!actor.Can(Permission.ReleaseRules)) return new RuleNotPermitted();
        var result = await store.ChangeAsync(id, "RuleReleased", operation, (change, connection) =>
            ReleaseAsync(actor, change, connection, how, operation.At, ct), ct);
        if (result.Succeeded) await effect.TellAsync(ct);
        return result;
    }

    /// <summary>The author gives a draft up.</summary>
    public Task<Result<RuleChange>> DiscardAsync(Actor actor, Guid id, int revision, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ChangeAsync(id, "RuleDraftDiscarded", operation, (change, _) => Task.FromResult(
            actor.Can(Permission.SetParameters) ? change.Discard(revision, actor.UserId, operation.At) : new RuleNotPermitted()), ct);
    }

    /// <summary>Begins the draft that takes a released change back before its day; it too is released by somebody else.</summary>
    public async Task<Result<RuleChange>> WithdrawAsync(Actor actor, Guid id, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        if (!actor.Can(Permission.SetParameters)) return new RuleNotPermitted();
        if (await db.Set<RuleChange>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } change)
            return new RuleNotFound();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > RuleDraft.LongestReason)
            return new RuleReasonMissing(RuleDraft.LongestReason);
        if (change.Status is not RuleChangeStatus.Released || change.WithdrawsId is not null || change.ValidFrom <= zone.Today
            || await db.Set<RuleChange>().AnyAsync(one => one.WithdrawsId == id && one.Status == RuleChangeStatus.Released, ct))
            return new RuleHoldsAlready();
        return await store.AddAsync(RuleChange.Withdraw(change, reason, actor.UserId, operation.At), operation, ct);
    }

    private async Task<Refusal?> ReleaseAsync(
        Actor actor, RuleChange change, NpgsqlConnection connection, RuleReleaseOptions how, DateTimeOffset now, CancellationToken ct)
    {
        if (change.Status is not RuleChangeStatus.Draft) return new RuleChangeClosed();
        var standing = await runs.StandingAsync(change, connection, actor.UserId, now, ct);
        if (!standing.Succeeded) return standing.Refusal;
        if (change.Release(how, actor.UserId, standing.Value.CurrentId, zone.Today, now) is { } refusal) return refusal;
        if (standing.Value is { Decides: true, CurrentId: null } && !how.WithoutDryRun) return new RuleNotReplayed();
        if (change.WithdrawsId is not null) return null;
        return await IsDayTakenAsync(change, ct)
            ? new RuleDayTaken(change.ValidFrom)
            : await effect.PrepareAsync(change, connection, now, ct);
    }

    /// <summary>
    /// Of two values from one day nobody could say which holds. Versions of an item that are made today follow each other.
    /// </summary>
    private async Task<bool> IsDayTakenAsync(RuleChange change, CancellationToken ct) =>
        (change.Kind is RuleChangeKind.Parameter || change.ValidFrom > zone.Today) && await db.Set<RuleChange>().AnyAsync(other =>
            other.Kind == change.Kind && other.Subject == change.Subject && other.ValidFrom == change.ValidFrom
            && other.Status == RuleChangeStatus.Released && other.WithdrawsId == null && other.Id != change.Id
            && !db.Set<RuleChange>().Any(back => back.WithdrawsId == other.Id && back.Status == RuleChangeStatus.Released), ct);
}

using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Lists changes.</summary>
public sealed class RuleHistory(PortalDbContext db)
{
    /// <summary>One change; null when there is none.</summary>
    public async Task<RuleChangeRow?> FindAsync(Guid id, CancellationToken ct) =>
        await ReadAsync(db.Set<RuleChange>().Where(change => change.Id == id), 1, ct) is [var found, ..] ? found : null;

    /// <summary>All changes of one parameter or item, the newest first.</summary>
    public Task<IReadOnlyList<RuleChangeRow>> OfAsync(RuleChangeKind kind, string subject, CancellationToken ct) =>
        ReadAsync(db.Set<RuleChange>().Where(change => change.Kind == kind && change.Subject == subject), int.MaxValue, ct);

    /// <summary>What waits for a release.</summary>
    public Task<IReadOnlyList<RuleChangeRow>> DraftsAsync(CancellationToken ct) =>
        ReadAsync(db.Set<RuleChange>().Where(change => change.Status == RuleChangeStatus.Draft), int.MaxValue, ct);

    /// <summary>What is released and comes on a later day, unless it was taken back.</summary>
    public async Task<IReadOnlyList<RuleChangeRow>> ComingAsync(DateOnly today, CancellationToken ct) =>
        [.. (await ReadAsync(db.Set<RuleChange>().Where(change => change.Status == RuleChangeStatus.Released && change.ValidFrom > today),
            int.MaxValue, ct))
            .Where(row => row.StateOn(today) is RuleChangeState.Coming).OrderBy(row => row.Change.ValidFrom)];

    /// <summary>What was released or given up, the newest first.</summary>
    public Task<IReadOnlyList<RuleChangeRow>> ClosedAsync(int most, CancellationToken ct) =>
        ReadAsync(db.Set<RuleChange>().Where(change => change.Status != RuleChangeStatus.Draft), most, ct);

    private async Task<IReadOnlyList<RuleChangeRow>> ReadAsync(IQueryable<RuleChange> changes, int most, CancellationToken ct)
    {
        var rows = await (from change in changes.AsNoTracking()
                          join author in db.Users.AsNoTracking() on change.AuthorId equals author.Id
                          join who in db.Users.AsNoTracking() on change.ReleasedBy equals who.Id into whos
                          from releaser in whos.DefaultIfEmpty()
                          orderby change.EditedAt descending, change.Id descending
                          select new
                          {
                              change,
                              Author = author.DisplayName,
                              Releaser = releaser == null ? null : releaser.DisplayName,
                              IsWithdrawn = db.Set<RuleChange>()
                                  .Any(back => back.WithdrawsId == change.Id && back.Status == RuleChangeStatus.Released),
                          }).Take(most).ToListAsync(ct);
        return [.. rows.Select(row => new RuleChangeRow(row.change, row.Author, row.Releaser, row.IsWithdrawn))];
    }
}

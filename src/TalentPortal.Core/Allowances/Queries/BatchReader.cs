using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Parties;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>Reads batches of payments, for those who make them and those who release them.</summary>
public sealed class BatchReader(PortalDbContext db, BenefitCatalogues catalogues)
{
    private const int Most = 100;

    /// <summary>The latest batches, the newest first.</summary>
    public async Task<IReadOnlyList<BatchView>> ListAsync(Actor actor, CancellationToken ct) =>
        MaySee(actor) ? await Query(db.Set<PaymentBatch>().AsNoTracking()).Take(Most).ToListAsync(ct) : [];

    /// <summary>One batch; null where there is none, or the reader may not see it.</summary>
    public async Task<BatchView?> FindAsync(Actor actor, Guid id, CancellationToken ct) =>
        MaySee(actor) ? await Query(db.Set<PaymentBatch>().AsNoTracking().Where(one => one.CaseId == id)).SingleOrDefaultAsync(ct) : null;

    /// <summary>The payments of a batch, in order.</summary>
    public async Task<IReadOnlyList<PaymentRow>> PaymentsAsync(Guid batchId, CancellationToken ct)
    {
        var found = await (from payment in db.Set<Payment>().AsNoTracking()
                           where payment.CaseId == batchId
                           join allowance in db.Set<Allowance>().AsNoTracking() on payment.AllowanceId equals allowance.CaseId
                           join person in db.Set<Person>().AsNoTracking() on allowance.PersonId equals person.Id
                           orderby payment.Place
                           select new { payment, allowance.Benefit, allowance.CatalogueVersionId, allowance.AccountMasked, person.FullName }).ToListAsync(ct);
        var rows = new List<PaymentRow>();
        foreach (var one in found)
        {
            var catalogue = (await catalogues.VersionAsync(one.CatalogueVersionId, ct)).Catalogue;
            rows.Add(new PaymentRow(one.payment, one.FullName, catalogue.FindBenefit(one.Benefit)!.Name,
                one.payment.AccountMasked ?? one.AccountMasked));
        }

        return rows;
    }

    private IQueryable<BatchView> Query(IQueryable<PaymentBatch> batches) =>
        from batch in batches
        join opened in db.Set<Case>().AsNoTracking() on batch.CaseId equals opened.Id
        join maker in db.Users.AsNoTracking() on batch.MadeBy equals maker.Id
        join releaser in db.Users.AsNoTracking() on batch.ReleasedBy equals releaser.Id into releasers
        from releaser in releasers.DefaultIfEmpty()
        orderby batch.MadeAt descending, batch.CaseId descending
        select new BatchView(batch, opened.Number!, maker.DisplayName, releaser == null ? null : releaser.DisplayName);

    private static bool MaySee(Actor actor) => actor.Can(Permission.ManageAllowances) || actor.Can(Permission.ReleasePayments);
}

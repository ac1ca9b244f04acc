using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Publishing;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Benefits;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Lets a released change take effect: a parameter by its dates, an item's rules and the benefits as another version.</summary>
public sealed class RuleTakingEffect(
    PortalDbContext db, ServiceItemPublisher publisher, ServiceItems items, ReleasedRules released, PortalTimeZone zone)
{
    /// <summary>
    /// In the transaction of the release: publishes an item's rules or the benefits that hold from today, or plans it for their day.
    /// </summary>
    /// <returns>Why they cannot be published; null when they can.</returns>
    internal async Task<Refusal?> PrepareAsync(RuleChange change, NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        if (change.Kind is RuleChangeKind.Parameter) return null;
        if (change.Kind is RuleChangeKind.BenefitCatalogue
            && await BenefitVersions.ThenAsync(connection, change, ct) is { Succeeded: false } outdated)
            return outdated.Refusal;
        if (change.ValidFrom > zone.Today)
        {
            db.Add(PublishRulesJob.Of(change, now, zone.StartOf(change.ValidFrom)));
            return null;
        }

        // The version names the change, so that the change is written first.
        await db.SaveChangesAsync(ct);
        return await PublishRulesJob.PublishAsync(publisher, connection, change, ct);
    }

    /// <summary>After the commit: this portal takes it over at once.</summary>
    public async Task TellAsync(CancellationToken ct)
    {
        await items.LoadAsync(ct);
        await released.LoadAsync(ct);
    }
}

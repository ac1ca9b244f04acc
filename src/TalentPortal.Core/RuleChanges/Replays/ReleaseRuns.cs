using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Benefits;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>
/// Says on which dry run a release rests: of cases, the last one that was made of the rules as they read now; of the benefit catalogue, one
/// that is counted in the release itself, because it is cheap.
/// </summary>
public sealed class ReleaseRuns(DryRuns runs, BenefitOutlook outlook)
{
    /// <summary>How it stands, within the transaction of the release.</summary>
    internal async Task<Result<DryRunStanding>> StandingAsync(
        RuleChange change, NpgsqlConnection connection, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        if (change.Kind is not RuleChangeKind.BenefitCatalogue || change.WithdrawsId is not null)
            return await runs.StandingAsync(change, ct);
        var kept = await outlook.KeepAsync(change, connection, by, now, ct);
        return kept.Succeeded ? new DryRunStanding(Decides: false, kept.Value) : kept.Refusal;
    }
}

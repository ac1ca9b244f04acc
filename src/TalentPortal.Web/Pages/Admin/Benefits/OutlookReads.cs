using Microsoft.Extensions.Localization;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>Reads dry runs of the catalogue: of a draft counted now, of a release as it was kept.</summary>
internal sealed class OutlookReads(BenefitOutlook outlook, BenefitRuleChanges changes, BenefitCatalogues catalogues, IStringLocalizer texts)
{
    /// <summary>What there is of a change; null where nothing can be counted or was kept.</summary>
    public async Task<OutlookView?> OfAsync(RuleChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Kind is not RuleChangeKind.BenefitCatalogue || change.WithdrawsId is not null) return null;
        if (change.Status is not RuleChangeStatus.Draft) return await KeptAsync(change.Id, ct);
        return changes.Then(change) is { Succeeded: true, Value: var then }
            ? new OutlookView(await outlook.PlayAsync(changes.Newest.Catalogue, then, ct), then.EffectiveFrom, Kept: null)
            : null;
    }

    /// <summary>What was counted when a version was released; null where it came with the program, or nothing was kept.</summary>
    public async Task<OutlookView?> OfAsync(BenefitCatalogueVersion version, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.RuleChange is { } change ? await KeptAsync(change, ct) : null;
    }

    /// <summary>The name of a level, as the newest version that knows it says.</summary>
    public string Level(string? code) => code is null ? texts["Benefits.Outlook.NoLevel"]
        : Last(catalogue => catalogue.FindLevel(code)?.Name.ToString()) ?? code;

    /// <summary>The name of a benefit, as the newest version that knows it says.</summary>
    public string Benefit(string code) => Last(catalogue => catalogue.FindBenefit(code)?.Name.ToString()) ?? code;

    private async Task<OutlookView?> KeptAsync(Guid change, CancellationToken ct) =>
        await outlook.KeptAsync(change, ct) is { } kept ? new OutlookView(kept.Tally, kept.Day, kept) : null;

    private string? Last(Func<BenefitCatalogue, string?> name) =>
        catalogues.All.Reverse().Select(version => name(version.Catalogue)).FirstOrDefault(found => found is not null);
}

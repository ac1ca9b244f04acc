using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>
/// Finds by which service item each benefit is applied for, from the data alone: the benefit names the item, or the item's form asks
/// which benefit is meant and offers this one.
/// </summary>
public sealed class BenefitRoutes(ServiceItems items, BenefitCatalogues catalogues, CodeTables codes)
{
    /// <summary>The question of a form that asks which benefit is meant.</summary>
    public const string Question = "benefit";

    /// <summary>The routes there are at present, in the order of the catalogue.</summary>
    public IReadOnlyList<BenefitRoute> Current =>
        [.. from benefit in catalogues.Current.Catalogue.Benefits
            from version in items.Listed
            let isNamed = Offers(version.Item, benefit)
            where isNamed || string.Equals(benefit.ServiceItem, version.Item.Key, StringComparison.Ordinal)
            select new BenefitRoute(benefit.Code, version.Item.Code, isNamed)];

    private bool Offers(ServiceItem item, Benefit benefit) => item.Form.Find(Question)?.CodeTable is { } table
        && (item.CodeTables.TryGetValue(table, out var own) ? own.Entries.Any(one => one.Code == benefit.Code) : codes.Find(table)?.Find(benefit.Code) is not null);
}

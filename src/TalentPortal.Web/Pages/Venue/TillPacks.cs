using System.Buffers.Text;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Redemptions;
using Place = TalentPortal.Core.TalentCards.Venues.Venue;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>Packs what a till needs where it has no network: nothing about any holder.</summary>
internal sealed class TillPacks(
    CardCodes codes, CardCodeTerms times, RedemptionTerms terms, BenefitCatalogues catalogues, PortalTimeZone zone)
{
    /// <summary>For a venue, and who works at it.</summary>
    public TillPack Of(Place venue, Actor staff) => new()
    {
        Now = zone.Now,
        Venue = new TillPlace(venue.Code, venue.Name.ToString()),
        Staff = new TillStaff(staff.UserId, staff.DisplayName),
        Keys = [.. codes.PublicKeys()
            .Select(key => new TillKey(key.Key, Base64Url.EncodeToString(key.Value.X), Base64Url.EncodeToString(key.Value.Y)))],
        TurnSeconds = (int)times.Turn.TotalSeconds,
        SkewSeconds = (int)times.Skew.TotalSeconds,
        OfflineMinutes = (int)times.Offline.TotalMinutes,
        HighestPrice = terms.HighestPrice,
        Levels = [.. catalogues.Current.Catalogue.Levels.Select(
            level => new TillLevel(level.Digit, level.Name.ToString(), BenefitsOf(level, venue)))],
    };

    /// <summary>
    /// What every card of a level has here, whatever version it keeps: a code tells the level and not the version, and what a venue gave
    /// without network has to count when it is handed in.
    /// </summary>
    private List<TillBenefit> BenefitsOf(CardLevel level, Place venue)
    {
        var older = catalogues.All.Select(version => version.Catalogue)
            .Where(one => one.EffectiveFrom <= zone.Today && one != catalogues.Current.Catalogue)
            .SelectMany(one => one.Levels.Where(its => its.Digit == level.Digit)
            .Select(its => HadHere(one, its, venue).Select(benefit => benefit.Code)));
        var current = HadHere(catalogues.Current.Catalogue, level, venue);
        return
        [
            .. current.Where(benefit => older.All(codes => codes.Contains(benefit.Code, StringComparer.Ordinal)))
                .Select(benefit => new TillBenefit(benefit.Code, benefit.Name.ToString(), benefit.Kind is BenefitKind.Discount)),
        ];
    }

    private IEnumerable<Benefit> HadHere(BenefitCatalogue catalogue, CardLevel level, Place venue) =>
        catalogue.EntitlementsOf(level.Code, zone.Today).Select(one => one.Benefit)
            .Where(benefit => benefit.VenueKinds.Contains(venue.Kind, StringComparer.Ordinal));
}

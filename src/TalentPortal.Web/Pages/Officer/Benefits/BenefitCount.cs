using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Dues;

namespace TalentPortal.Web.Pages.Officer.Benefits;

/// <summary>How many stand how to a benefit.</summary>
/// <param name="Benefit">The benefit.</param>
/// <param name="IsApplied">Whether it is applied for, and not simply used.</param>
/// <param name="People">Everybody who has to do with it.</param>
internal sealed record BenefitCount(Benefit Benefit, bool IsApplied, IReadOnlyList<BenefitPerson> People)
{
    /// <summary>How many stand on a side; null where the side makes no sense.</summary>
    public int? On(BenefitSide side) => side switch
    {
        BenefitSide.Qualified => People.Count(one => one.IsOn(side)),
        BenefitSide.Used => Benefit.VenueKinds.Count > 0 ? People.Count(one => one.IsOn(side)) : null,
        _ => IsApplied ? People.Count(one => one.IsOn(side)) : null,
    };
}

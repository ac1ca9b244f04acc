using System.Globalization;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Cards;

/// <summary>What pages say about cards: the ground of a level, what a benefit gives, a number in groups.</summary>
internal sealed class CardWords(IStringLocalizer texts, DisplayFormat display, CodeTables codes)
{
    private static readonly Dictionary<BasisKind, string> Tables = new()
    {
        [BasisKind.Recognition] = "recognition-levels",
        [BasisKind.Title] = "title-grades",
        [BasisKind.Degree] = "degrees",
        [BasisKind.Honour] = "award-levels",
    };

    /// <summary>A number in groups, as it is printed.</summary>
    public static string Number(string number) => CardNumber.Parse(number) is { Succeeded: true } parsed ? parsed.Value.ToString() : number;

    /// <summary>A ground: what it is and which one.</summary>
    public string Ground(BasisKind kind, string code) => texts["TalentCards.Ground", texts.Of(kind),
        codes.Find(Tables[kind])?.Find(code)?.Label(CultureInfo.CurrentUICulture) ?? code];

    /// <summary>What a benefit gives, and what is left of it.</summary>
    public string Worth(BenefitEntitlement entitlement, int? uses)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        return entitlement.Benefit.Kind switch
        {
            BenefitKind.Count when entitlement.Limit is null => texts["TalentCards.Worth.Unlimited"],
            BenefitKind.Count when uses is { } used =>
                texts["TalentCards.Worth.Left", Math.Max(0, entitlement.Limit!.Value - used), entitlement.Limit.Value],
            BenefitKind.Count => texts["TalentCards.Worth.Times", Each(entitlement), entitlement.Limit!.Value],
            BenefitKind.Discount when entitlement.Value is 0 => texts["TalentCards.Worth.Free"],
            BenefitKind.Discount => texts["TalentCards.Worth.Percent", display.Number(entitlement.Value ?? 0)],
            BenefitKind.Allowance => texts["TalentCards.Worth.Yuan", Each(entitlement), display.Number(entitlement.Value ?? 0)],
            BenefitKind.GreenLane => texts["TalentCards.Worth.First"],
            _ => texts["TalentCards.Worth.MayApply"],
        };
    }

    private string Each(BenefitEntitlement entitlement) => entitlement switch
    {
        { Benefit.Period: null } => texts["TalentCards.Each.Once"],
        { Every: 1, Benefit.Period: { } period } => texts["TalentCards.Each." + period],
        { Benefit.Period: { } period } => texts["TalentCards.EachOf." + period, entitlement.Every],
    };
}

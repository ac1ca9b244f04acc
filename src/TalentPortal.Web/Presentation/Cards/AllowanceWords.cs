using Microsoft.Extensions.Localization;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Cards;

/// <summary>What pages say about allowances: an amount, a period, where an instalment stands.</summary>
internal sealed class AllowanceWords(IStringLocalizer texts, DisplayFormat display)
{
    /// <summary>An amount in yuan.</summary>
    public string Yuan(decimal amount) => texts["Allowances.Yuan", display.Number(amount)];

    /// <summary>An amount a period.</summary>
    public string Each(decimal amount, BenefitPeriod? period, int every) => every == 1 || period is null
        ? texts["Allowances.Each." + (period?.ToString() ?? "Once"), display.Number(amount)]
        : texts["Allowances.EachOf." + period, display.Number(amount), every];

    /// <summary>The days of a period; of a single payment its day.</summary>
    public string Period(Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        return instalment.From == instalment.To
            ? display.DateWithYear(instalment.From)
            : display.RangeWithYears(instalment.From, instalment.To);
    }

    /// <summary>The look of an instalment's state.</summary>
    public static string Look(InstalmentState state) => state switch
    {
        InstalmentState.Running => "pause",
        InstalmentState.Due => "wait",
        InstalmentState.Held => "fix",
        InstalmentState.OnTheWay => "doing",
        _ => "ok",
    };

    /// <summary>When a payment came back, and whether it had arrived before.</summary>
    public string CameBack(Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var back = display.DateWithYear(payment.SettledOn!.Value);
        return payment.ArrivedOn is { } arrived
            ? texts["Returns.CameBackAfter", display.DateWithYear(arrived), back]
            : texts["Returns.CameBack", back];
    }

    /// <summary>What its holder brings so that the conditions of a period can be recorded.</summary>
    public IEnumerable<string> Bring(AllowanceFacts facts, Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.MonthsNeeded(instalment) is > 0 and var months) yield return texts["Waiting.BringInsurance", Period(instalment), months];
        if (facts.Allowance.NeedsEmployment) yield return texts["Waiting.BringWork"];
    }

    /// <summary>Why an instalment is held, and what to do about it, as its holder reads it.</summary>
    public string Held(InstalmentStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing is { Held: HoldReason.AccountToMend, Payment: { } returned }
            ? texts["Allowances.Held.Returned", returned.ReturnReason]
            : texts["Allowances.Held." + standing.Held];
    }
}

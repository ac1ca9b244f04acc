using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>The days that a card knows, from the parameters in force.</summary>
public sealed class CardTerms(ParameterTable parameters)
{
    private static readonly string[] EndSpanKeys = ["card.endSoonDays", "card.endLaterDays"];

    /// <summary>The last day of a card that begins, or begins anew, on a day: not later than the ground of its level.</summary>
    public DateOnly ExpiresOn(DateOnly from, DateOnly? basisTo)
    {
        var last = from.AddMonths(parameters.Int("card.validMonths", from)).AddDays(-1);
        return basisTo is { } end && end < last ? end : last;
    }

    /// <summary>The day on which a card has to end once another ground gives its level; null where it keeps its own end.</summary>
    public DateOnly? EndWith(CardBasis basis, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return parameters.Flag("card.endFollowsGround", on) ? basis.ValidTo : null;
    }

    /// <summary>The first day on which a card that ends on a day may be renewed.</summary>
    public DateOnly RenewableFrom(DateOnly expiresOn) => expiresOn.AddDays(-parameters.Int("card.renewBeforeDays", expiresOn));

    /// <summary>The day on which the holder is reminded of the end.</summary>
    public DateOnly RemindOn(DateOnly expiresOn) => expiresOn.AddDays(-parameters.Int("card.remindBeforeDays", expiresOn));

    /// <summary>The spans by which those who look after all cards ask which of them end, the nearest first.</summary>
    public IReadOnlyList<EndSpan> EndSpans(DateOnly on) =>
        [.. EndSpanKeys.Select(key => new EndSpan(parameters.Int(key, on), parameters.Find(key, on)!.Provenance))
            .OrderBy(span => span.Days).DistinctBy(span => span.Days)];
}

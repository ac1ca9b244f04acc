using System.Globalization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Following;

/// <summary>What people read about a card that follows a recognition, in both languages: the code table <c>card-follow-ups</c>.</summary>
public sealed class FollowUpWords(CodeTables codes)
{
    private const string Table = "card-follow-ups";

    /// <summary>The card, by its level.</summary>
    internal LocalizedText Card(CardLevel level) => Say("card", level.Name);

    /// <summary>What becomes of the card.</summary>
    internal LocalizedText Prospect(TalentCard card, CardLevel level, CardProspect prospect)
    {
        var deed = prospect.Deed switch
        {
            CardActionKind.Cancelled => Say("cancelled"),
            CardActionKind.Suspended => Say("suspended"),
            CardActionKind.Resumed => Say("resumed"),
            _ => null,
        };
        var next = prospect.Level;
        var changed = !prospect.ChangesGround(card) ? null
            : next!.Code == card.Level ? Say("ground") : Say(next.Rank > level.Rank ? "fallen" : "risen", level.Name, next.Name);
        var sooner = prospect.EndsOn is { } last ? Say("ends-sooner", Day(last)) : null;
        LocalizedText[] all = [.. new[] { changed, deed, sooner }.OfType<LocalizedText>()];
        return new LocalizedText(string.Concat(all.Select(one => one.Zh)), string.Join(' ', all.Select(one => one.En)));
    }

    /// <summary>What becomes of a discount or an entitlement.</summary>
    /// <param name="difference">Before and after.</param>
    /// <param name="prospect">What becomes of the card.</param>
    internal LocalizedText Benefit(BenefitDifference difference, CardProspect prospect) => (prospect.Deed, difference) switch
    {
        (CardActionKind.Cancelled, _) => Say("ends"),
        (CardActionKind.Suspended, _) => Say("rests"),
        (_, { After: null }) => Say("not-given", prospect.Level!.Name),
        (_, { Before.Value: { } was, After.Value: { } now }) => Say("percent", Number(was), Number(now)),
        _ => Say("resumed"),
    };

    private static LocalizedText Day(DateOnly day) =>
        new(day.ToString("D", CultureInfo.GetCultureInfo("zh-CN")), day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en")));

    private static LocalizedText Number(decimal value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return new LocalizedText(text, text);
    }

    private LocalizedText Say(string code, params ReadOnlySpan<LocalizedText> arguments)
    {
        var words = codes[Table].Find(code) ?? throw new InvalidOperationException($"The table {Table} has no '{code}'.");
        var (zh, en) = (words.Zh, words.En);
        for (var place = 0; place < arguments.Length; place++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"{{{place}}}");
            (zh, en) = (zh.Replace(mark, arguments[place].Zh, StringComparison.Ordinal),
                en.Replace(mark, arguments[place].En, StringComparison.Ordinal));
        }

        return new LocalizedText(zh, en);
    }
}

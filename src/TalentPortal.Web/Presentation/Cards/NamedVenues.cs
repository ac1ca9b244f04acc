using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Presentation.Cards;

/// <summary>
/// Names the venues where the card's application asks for consent to them, kind by kind: who receives the data stands beside the question
/// (PIPL, article 23). Those of other service items it leaves alone.
/// </summary>
public sealed class NamedVenues(ConsentVenues venues, BenefitCatalogues catalogues, IStringLocalizer texts)
{
    /// <summary>The same questions; those for a kind of venue with its venues in the hint.</summary>
    public async Task<IReadOnlyList<FormNode>> NameAsync(ServiceItem item, IReadOnlyList<FormNode> nodes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (Kinds(item, code => nodes.OfType<FormNode.Question>().Any(node => node.View.Name == code)) is not { Count: > 0 } kinds)
            return nodes;
        var open = await venues.OpenAsync(ct);
        return [.. nodes.Select(node => node is FormNode.Question question
            && kinds.FirstOrDefault(one => CardConsents.FieldOf(one.Code) == question.View.Name) is { } kind
            ? new FormNode.Question(question.View with { Hint = string.Join(' ', ((string?[])[question.View.Hint, Sentence(kind, open)]).OfType<string>()) })
            : node)];
    }

    /// <summary>The kinds that were agreed to, each with its venues in a sentence.</summary>
    public async Task<IReadOnlyList<(string Kind, string Venues)>> AgreedAsync(ServiceItem item, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (Kinds(item, code => answers.Find(code) is AnswerValue.YesNo { Value: true }) is not { Count: > 0 } kinds) return [];
        var open = await venues.OpenAsync(ct);
        return [.. kinds.Select(kind => (kind.Name.ToString(), Sentence(kind, open)))];
    }

    private List<VenueKind> Kinds(ServiceItem item, Func<string, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Key == CardOffers.ServiceItem
            ? [.. catalogues.Current.Catalogue.VenueKinds.Where(kind => isMeant(CardConsents.FieldOf(kind.Code)))]
            : [];
    }

    private string Sentence(VenueKind kind, IEnumerable<ConsentVenue> open)
    {
        var meant = open.Where(venue => venue.Kind == kind.Code).ToList();
        if (meant.Count == 0) return texts["CardConsents.NamedNone"];
        var partners = meant.GroupBy(venue => venue.Partner).Select(run =>
        {
            var names = string.Join(texts["CardConsents.Separator"], run.Select(venue => venue.Name));
            return run.Key is null ? names : texts["CardConsents.Named", names, run.Key].Value;
        });
        return texts["CardConsents.NamedAll", meant.Count, string.Join(texts["CardConsents.PartnerSeparator"], partners)];
    }
}

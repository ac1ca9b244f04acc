using Microsoft.Extensions.Localization;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>Draws a card and its codes.</summary>
internal sealed class CardPacks(CardCodes codes, CardCodeTerms terms, DisplayFormat format, IStringLocalizer texts, TimeProvider time)
{
    /// <summary>What stands on the card.</summary>
    public CardFace FaceOf(CardInHand held) => new(
        held.Name, held.Level.Name.ToString(), held.PrintedNumber,
        texts["CardInHand.Until", format.DateWithYear(held.Card.ExpiresOn)],
        held.Card.PhotoMaterialId is null ? null : "/cards/show?handler=Photo");

    /// <summary>The card with the codes of the next turns.</summary>
    public CardPack Of(CardInHand held) =>
        new(time.GetUtcNow(), (int)terms.Turn.TotalSeconds, FaceOf(held), [.. codes.Next(held.Card.CaseId, held.Level.Digit).Select(Draw)]);

    private static ShownCode Draw((CardCode Code, string Text) next)
    {
        var drawing = QrDrawing.Of(next.Text);
        return new ShownCode(next.Text, next.Code.From, drawing.Size, drawing.Path);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using TalentPortal.Core.Files;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>The card on the holder's phone, with the code of this minute.</summary>
internal sealed class ShowModel(CardsInHand cards, CardPacks packs, MaterialStore materials) : PageModel
{
    /// <summary>The card; null where there is none.</summary>
    public CardInHand? Held { get; private set; }

    /// <summary>What stands on it.</summary>
    public CardFace Face => packs.FaceOf(Held!);

    /// <summary>Its codes; null while it gives none.</summary>
    public CardPack? Pack { get; private set; }

    /// <summary>Whose card a device keeps.</summary>
    public string Account => User.Actor().UserId.ToString("N");

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = User.Actor();
        Held = await cards.FindAsync(actor, ct);
        if (Held is not { Rest: CardRest.None }) return;
        Pack = packs.Of(Held);
        KeptCard.Mark(HttpContext, actor.UserId);
    }

    /// <summary>The codes of the next turns, for the page's script.</summary>
    public async Task<IActionResult> OnGetCodesAsync(CancellationToken ct)
    {
        if (await cards.FindAsync(User.Actor(), ct) is not { Rest: CardRest.None } held) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return new JsonResult(packs.Of(held));
    }

    /// <summary>The holder's photo.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(CancellationToken ct)
    {
        if (await cards.FindAsync(User.Actor(), ct) is not { Card.PhotoMaterialId: { } photo } held) return NotFound();
        var opened = await materials.OpenAsync(photo, MaterialScope.OfCase(held.Card.ApplicationCaseId), ct);
        if (!opened.Succeeded) return NotFound();
        HttpContext.Response.RegisterForDisposeAsync(opened.Value);
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(opened.Value.Stream, MediaTypeHeaderValue.Parse(opened.Value.Material.ContentType));
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>
/// The card on paper, for where there is no phone: its number as a code that stays, and the PIN that has to come with it.
/// </summary>
internal sealed class PrintModel(CardsInHand cards, CardPacks packs, CardPins pins) : PageModel
{
    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The card.</summary>
    public CardInHand Held { get; private set; } = null!;

    /// <summary>Whether it has its PIN.</summary>
    public CardPinState Pin { get; private set; }

    /// <summary>What stands on it.</summary>
    public CardFace Face => packs.FaceOf(Held);

    /// <summary>Its number as a code.</summary>
    public QrDrawing Code => QrDrawing.Of(Held.Card.Number);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await PageAsync(User.Actor(), ct);

    /// <summary>Sets a PIN.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var actor = User.Actor();
        if (await cards.FindAsync(actor, ct) is not { } held) return NotFound();
        if (Input.Pin is { } && Input.Again is { } && Input.Pin != Input.Again) this.AddRefusal(new CardPinsDiffer(), "Input.Again");
        if (ModelState.IsValid)
        {
            var set = await pins.SetAsync(actor, held.Card.CaseId, Input.Pin, this.BeginOwn(OperationId, "CardPinSetting"), ct);
            if (set.Succeeded) return this.RedirectWithBanner("Print", "CardInHand.Pin.Done");
            this.AddRefusal(set.Refusal, "Input.Pin");
        }

        return await PageAsync(actor, ct);
    }

    private async Task<IActionResult> PageAsync(Actor actor, CancellationToken ct)
    {
        if (await cards.FindAsync(actor, ct) is not { } held) return NotFound();
        (Held, OperationId, Pin) = (held, Ids.New(), await pins.StateAsync(held.Card.CaseId, ct));
        return Page();
    }

    /// <summary>What is typed; it is never shown again.</summary>
    internal sealed class InputModel
    {
        /// <summary>The PIN.</summary>
        [Required, StringLength(CardPins.Digits), DataType(DataType.Password), Display(Name = "CardInHand.Pin.Field")]
        public string? Pin { get; set; }

        /// <summary>The same once more.</summary>
        [Required, StringLength(CardPins.Digits), DataType(DataType.Password), Display(Name = "CardInHand.Pin.Again")]
        public string? Again { get; set; }
    }
}

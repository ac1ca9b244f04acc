using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>
/// The till: scan or type a code, or a printed number and its PIN, see what the card has here, use it; and the latest uses, which two
/// people can take back.
/// </summary>
internal sealed class IndexModel(VenueDirectory venues, BenefitCatalogues catalogues, VenueUses uses, PinSeal seal, PortalTimeZone zone)
    : VenuePageModel(venues, catalogues)
{
    /// <summary>What was scanned.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The number of a printed card, for which the PIN is asked; null where none is.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The holder's PIN. It is never shown again.</summary>
    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>Number and PIN of a card that was looked at, sealed; null for a code.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    /// <summary>The printed card whose PIN is asked for; null where none is.</summary>
    public CardNumber? Printed => CardNumber.Parse(Number) is { Succeeded: true } read ? read.Value : null;

    /// <summary>What the card has here; null before a look, and after one that was no good.</summary>
    public CardCheck? Check { get; private set; }

    /// <summary>Why the card is no good; null when it is, or was not looked at.</summary>
    public Refusal? No { get; private set; }

    /// <summary>The benefit whose price is missing or absurd; null where none is.</summary>
    public string? Unpriced { get; private set; }

    /// <summary>The latest uses.</summary>
    public IReadOnlyList<VenueUse> Uses { get; private set; } = [];

    /// <summary>Of how many days they are.</summary>
    public int Days => uses.Days;

    /// <summary>Whether a use is of an earlier day.</summary>
    public bool IsEarlier(VenueUse use) => zone.DateOf(use.ScannedAt) != zone.Today;

    /// <summary>Shows the till.</summary>
    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>Looks at a card.</summary>
    public async Task OnPostAsync([FromServices] CardChecks checks, [FromServices] IStringLocalizer texts, CancellationToken ct)
    {
        Number = null;
        // Enter on a blank line is no look at a card: it isn't counted as one that failed.
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), texts["Venue.CodeMissing"]);
        // A printed card's code is its number: its holder types the PIN next.
        else if (CardNumber.Parse(Code) is { Succeeded: true } printed) Number = printed.Value.Value;
        else await LookAsync(checks, ShownCard.OfCode(Code.Trim()), ct);
        await ReadAsync(ct);
    }

    /// <summary>Looks at a printed card with the PIN that its holder typed.</summary>
    public async Task OnPostPinAsync([FromServices] CardChecks checks, CancellationToken ct)
    {
        var shown = ShownCard.OfPrint(Number ?? "", Pin);
        await LookAsync(checks, shown, ct);
        if (Check is not null) Sealed = seal.Close(User.Actor().UserId, shown);
        if (No is CardPinWrong or CardPinWrongShape)
        {
            this.AddRefusal(No, nameof(Pin));
            No = null;
        }
        else
        {
            Number = null;
        }

        await ReadAsync(ct);
    }

    /// <summary>Uses a benefit. The form brings the operation's id: a repeated tap counts once.</summary>
    public async Task<IActionResult> OnPostRedeemAsync(Guid operationId, string? benefit, string? price,
        [FromServices] RedemptionService redemptions, [FromServices] CardChecks checks, CancellationToken ct)
    {
        // Too long ago, the PIN is typed again: there is nothing to look up, and nobody tried a number.
        var shown = Sealed is null ? ShownCard.OfCode(Code?.Trim()) : seal.Open(User.Actor().UserId, Sealed);
        if (shown is null) return Told("Venue.PinAgain", "warn");
        var visit = new TillVisit(User.Actor(), Place.Id, shown, this.Begin(operationId, "BenefitRedeeming"));
        var used = await redemptions.RedeemAsync(visit, new RedemptionOrder(benefit ?? "") { Price = PriceOf(price) }, ct);
        if (used.Succeeded)
        {
            return used.Value.Left is { } left
                ? Told("Venue.UsedLeft", "ok", Benefit(used.Value.Benefit), left.ToString(CultureInfo.CurrentCulture))
                : Told("Venue.Used", "ok", Benefit(used.Value.Benefit));
        }

        if (used.Refusal is PriceNotPossible)
        {
            await LookAsync(checks, shown, ct);
            Unpriced = benefit;
        }

        No ??= used.Refusal;
        await ReadAsync(ct);
        return Page();
    }

    /// <summary>Asks to take a use back.</summary>
    public async Task<IActionResult> OnPostAskAsync(Guid use, string? reason, [FromServices] Reversals reversals, CancellationToken ct) =>
        Told(await reversals.AskAsync(User.Actor(), use, reason, this.Begin(Guid.Empty, "ReversalAsking"), ct), "Venue.Asked");

    /// <summary>Agrees to take a use back, or declines.</summary>
    public async Task<IActionResult> OnPostDecideAsync(Guid use, bool agreed, [FromServices] Reversals reversals, CancellationToken ct) =>
        Told(await reversals.DecideAsync(User.Actor(), use, agreed, this.Begin(Guid.Empty, "ReversalDeciding"), ct),
            agreed ? "Venue.Agreed" : "Venue.Declined");

    private async Task LookAsync(CardChecks checks, ShownCard shown, CancellationToken ct)
    {
        var looked = await checks.LookAsync(new TillVisit(User.Actor(), Place.Id, shown, this.Begin(Guid.Empty, "CardLooking")), ct);
        Check = looked.Succeeded ? looked.Value : null;
        No = looked.Succeeded ? null : looked.Refusal;
    }

    private RedirectToPageResult Told(Result result, string done) => result.Succeeded ? Told(done, "ok")
        : Told("Refusal." + result.Refusal.Key, "warn",
            [.. result.Refusal.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.CurrentCulture) ?? "")]);

    private RedirectToPageResult Told(string textKey, string kind, params string[] arguments) =>
        this.RedirectWithBanner("Index", textKey, new { at = Place.Code }, kind, arguments);

    private async Task ReadAsync(CancellationToken ct) => Uses = await uses.ReadAsync(Place.Id, zone.Today, ct);
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>The till: scan or type a code, see what the card has here, use it; and the latest uses, which two people can take back.</summary>
internal sealed class IndexModel(VenueDirectory venues, BenefitCatalogues catalogues, VenueUses uses, PortalTimeZone zone)
    : VenuePageModel(venues, catalogues)
{
    /// <summary>What was scanned.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the card has here; null before a look, and after one that was no good.</summary>
    public CardCheck? Check { get; private set; }

    /// <summary>Why the card is no good; null when it is, or was not looked at.</summary>
    public Refusal? No { get; private set; }

    /// <summary>The benefit whose price is missing or absurd; null where none is.</summary>
    public string? Unpriced { get; private set; }

    /// <summary>The latest uses.</summary>
    public IReadOnlyList<VenueUse> Uses { get; private set; } = [];

    /// <summary>Whether a use is of an earlier day.</summary>
    public bool IsEarlier(VenueUse use) => zone.DateOf(use.ScannedAt) != zone.Today;

    /// <summary>Shows the till.</summary>
    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>Looks at a card.</summary>
    public async Task OnPostAsync([FromServices] CardChecks checks, [FromServices] IStringLocalizer texts, CancellationToken ct)
    {
        // Enter on a blank line is no look at a card: it isn't counted as one that failed.
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), texts["Venue.CodeMissing"]);
        else await LookAsync(checks, ct);
        await ReadAsync(ct);
    }

    /// <summary>Uses a benefit. The form brings the operation's id: a repeated tap counts once.</summary>
    public async Task<IActionResult> OnPostRedeemAsync(Guid operationId, string? benefit, string? price,
        [FromServices] RedemptionService redemptions, [FromServices] CardChecks checks, CancellationToken ct)
    {
        var order = new RedemptionOrder(Place.Id, Code?.Trim(), benefit ?? "") { Price = PriceOf(price) };
        var used = await redemptions.RedeemAsync(User.Actor(), order, this.Begin(operationId, "BenefitRedeeming"), ct);
        if (used.Succeeded)
        {
            return used.Value.Left is { } left
                ? Told("Venue.UsedLeft", "ok", Benefit(used.Value.Benefit), left.ToString(CultureInfo.CurrentCulture))
                : Told("Venue.Used", "ok", Benefit(used.Value.Benefit));
        }

        if (used.Refusal is PriceNotPossible)
        {
            await LookAsync(checks, ct);
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
        Told(await reversals.DecideAsync(User.Actor(), use, agreed, this.Begin(Guid.Empty, "ReversalDeciding"), ct), agreed ? "Venue.Agreed" : "Venue.Declined");

    private async Task LookAsync(CardChecks checks, CancellationToken ct)
    {
        var looked = await checks.LookAsync(User.Actor(), Place.Id, Code?.Trim(), this.Begin(Guid.Empty, "CardLooking"), ct);
        Check = looked.Succeeded ? looked.Value : null;
        No = looked.Succeeded ? null : looked.Refusal;
    }

    /// <summary>What was typed as a price; none where it is no number: the service says what a price is.</summary>
    private static decimal? PriceOf(string? typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;

    private RedirectToPageResult Told(Result result, string done) => result.Succeeded ? Told(done, "ok")
        : Told("Refusal." + result.Refusal.Key, "warn", [.. result.Refusal.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.CurrentCulture) ?? "")]);

    private RedirectToPageResult Told(string textKey, string kind, params string[] arguments) =>
        this.RedirectWithBanner("Index", textKey, new { at = Place.Code }, kind, arguments);

    private async Task ReadAsync(CancellationToken ct) => Uses = await uses.ReadAsync(Place.Id, zone.Today, ct);
}

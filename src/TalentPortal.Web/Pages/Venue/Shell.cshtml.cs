using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>
/// The till without anybody's card: what a device shows when it has no network, what it keeps for that, and what it hands in later.
/// </summary>
[NoIndex]
internal sealed class ShellModel(VenueDirectory venues, BenefitCatalogues catalogues) : VenuePageModel(venues, catalogues)
{
    /// <summary>What the device keeps.</summary>
    public JsonResult OnGetPack([FromServices] TillPacks packs)
    {
        Response.Headers.CacheControl = "private, no-store";
        return new JsonResult(packs.Of(Place, User.Actor()));
    }

    /// <summary>
    /// Whether a use counts whose answer was lost, where it can't be sent again: a printed card's, whose PIN no device keeps. For as long
    /// as a seal holds it may be on its way still.
    /// </summary>
    public async Task<IActionResult> OnGetAskedAsync(Guid use, int seconds,
        [FromServices] VenueUses uses, [FromServices] CardCodeTerms times, [FromServices] IStringLocalizer texts, CancellationToken ct)
    {
        if (!ModelState.IsValid || use == Guid.Empty || seconds < 0) return BadRequest();
        Response.Headers.CacheControl = "private, no-store";
        return new JsonResult(await uses.HasAsync(Place.Id, use, ct) ? new SyncAnswer(SyncState.Counted)
            : seconds <= (times.Turn + times.Skew).TotalSeconds ? new SyncAnswer(SyncState.Later)
            : new SyncAnswer(SyncState.Conflict, texts["Till.NotCounted"]));
    }

    /// <summary>
    /// Takes a use of the time without network. The device chose the operation's id when it was made: handed in twice, it counts once. A
    /// colleague's waits for that colleague, unless who answers for the venue hands it in on behalf.
    /// </summary>
    public async Task<IActionResult> OnPostSyncAsync(
        Guid operationId, string? code, string? benefit, string? price, DateTimeOffset scannedAt, Guid? staff, bool onBehalf,
        [FromServices] RedemptionService redemptions, [FromServices] IStringLocalizer texts, CancellationToken ct)
    {
        if (!ModelState.IsValid || operationId == Guid.Empty || scannedAt == default) return BadRequest();
        var scannedBy = staff == User.Actor().UserId ? null : staff;
        if (scannedBy is not null && !onBehalf) return new JsonResult(new SyncAnswer(SyncState.Later));
        var visit = new TillVisit(User.Actor(), Place.Id, ShownCard.OfCode(code), this.Begin(operationId, "BenefitRedeeming"));
        var order = new RedemptionOrder(benefit
            ?? "")
        { Price = PriceOf(price), ScannedOfflineAt = scannedAt.ToUniversalTime(), ScannedBy = scannedBy };
        var used = await redemptions.RedeemAsync(visit, order, ct);
        return new JsonResult(used.Succeeded ? new SyncAnswer(SyncState.Counted)
            : used.Refusal is ScanningLocked or ScannerNotOfVenue ? new SyncAnswer(SyncState.Later)
            : new SyncAnswer(SyncState.Conflict, texts.Of(used.Refusal)));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cards;

/// <summary>The holder's card: what it gives, who may check it, and what to do when it is gone or ends; or how to get one.</summary>
internal sealed class IndexModel(
    CardReader reader, CardConsentReader consents, CardTerms terms, CardWords words, PortalTimeZone zone, TimeProvider time)
    : PageModel
{
    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>Which page of the looks at the card is shown, from 1.</summary>
    [FromQuery(Name = "uses")]
    public int? UsesPage { get; set; }

    /// <summary>The card; null for who has none.</summary>
    public CardView? View { get; private set; }

    /// <summary>The kind of venue whose list stands open.</summary>
    [FromQuery(Name = "kind")]
    public string? OpenKind { get; set; }

    /// <summary>Which venues may check it.</summary>
    public CardVenuesView? Venues { get; private set; }

    /// <summary>Who had it before them.</summary>
    public CardVisitsView? Visits { get; private set; }

    /// <summary>The card that was cancelled last, for who has no other.</summary>
    public CardView? Ended { get; private set; }

    /// <summary>Whether the card rests because a recognition does.</summary>
    public bool FollowsRecognition => View is { Card.Status: CardStatus.Suspended }
        && View.History.FirstOrDefault(one => one.Action.Kind is CardActionKind.Suspended).Action is { ByUserId: null };

    /// <summary>Whether a card may be had.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>What is said about cards.</summary>
    public CardWords Words => words;

    /// <summary>Whether it can be renewed now.</summary>
    public bool MayRenew =>
        View is { Card: { Status: CardStatus.Active or CardStatus.Expired } card } && zone.Today >= terms.RenewableFrom(card.ExpiresOn);

    /// <summary>From which day it can be renewed.</summary>
    public DateOnly RenewableFrom => terms.RenewableFrom(View!.Card.ExpiresOn);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Switches a venue on or off.</summary>
    /// <param name="own">What holders may do.</param>
    /// <param name="on">The venue to switch on.</param>
    /// <param name="off">The venue to switch off.</param>
    /// <param name="kind">The list that was worked on; null where the venue stood among the looks at the card.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IActionResult> OnPostConsentAsync(
        [FromServices] OwnConsents own, Guid? on, Guid? off, string? kind, CancellationToken ct) =>
        ActAsync("CardConsentChanging", on is null ? "CardConsents.Withdrawn" : "CardConsents.Given",
            (actor, operation) => own.SwitchAsync(actor, on ?? off ?? Guid.Empty, on is not null, operation, ct), ct, kind ?? "");

    /// <summary>Switches all venues of a kind on or off.</summary>
    public Task<IActionResult> OnPostConsentKindAsync([FromServices] OwnConsents own, string? kind, bool given, CancellationToken ct) =>
        ActAsync("CardConsentChanging", given ? "CardConsents.KindGiven" : "CardConsents.KindWithdrawn",
            (actor, operation) => own.SwitchKindAsync(actor, kind, given, operation, ct), ct, kind ?? "");

    /// <summary>Leaves the new venues off.</summary>
    public Task<IActionResult> OnPostVenuesSeenAsync([FromServices] OwnConsents own, CancellationToken ct) =>
        ActAsync("CardVenuesSeeing", "CardConsents.LeftOff", (actor, operation) => own.LeaveNewOffAsync(actor, operation, ct), ct);

    /// <summary>Reports a loss.</summary>
    public Task<IActionResult> OnPostLostAsync([FromServices] OwnCards cards, CancellationToken ct) =>
        ActAsync("CardLossReporting", "TalentCards.Own.LostDone", (actor, operation) => cards.ReportLostAsync(actor, operation, ct), ct);

    /// <summary>Stops the card, or lifts the stop.</summary>
    public Task<IActionResult> OnPostStopAsync([FromServices] OwnCards cards, bool lift, CancellationToken ct) =>
        ActAsync("CardStopping", lift ? "TalentCards.Own.StopLifted" : "TalentCards.Own.Stopped",
            (actor, operation) => lift ? cards.LiftStopAsync(actor, operation, ct) : cards.StopAsync(actor, operation, ct), ct);

    /// <summary>Renews it.</summary>
    public Task<IActionResult> OnPostRenewAsync([FromServices] OwnCards cards, CancellationToken ct) =>
        ActAsync("CardRenewing", "TalentCards.Own.Renewed", (actor, operation) => cards.RenewAsync(actor, operation, ct), ct);

    private async Task<IActionResult> ActAsync(
        string deed, string done, Func<Actor, Operation, Task<Result>> act, CancellationToken ct, string? kind = null)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        var result = await act(actor, Operation.Begin(OperationId, deed, actor.UserId, role: null, time));
        if (result.Succeeded) return Back(done, kind);
        this.AddRefusal(result.Refusal);
        return await ShowAsync(ct);
    }

    /// <summary>Back to the page; to the list that was worked on, or to the looks at the card, after a consent.</summary>
    private RedirectToPageResult Back(string done, string? kind)
    {
        if (kind is null) return this.RedirectWithBanner("Index", done);
        var back = this.RedirectWithBanner("Index", done, kind.Length == 0 ? null : new { kind });
        back.Fragment = kind.Length == 0 ? "uses" : "venues-" + Uri.EscapeDataString(kind);
        return back;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        OperationId = Ids.New();
        ModelState.Remove("operationId");
        View = await reader.FindOwnAsync(actor, ct);
        if (View is not null)
        {
            var page = Math.Clamp(UsesPage ?? 1, 1, CardVisitsView.LastPage);
            Venues = new CardVenuesView(View, await consents.ReadAsync(View.Card, View.Catalogue, ct), OpenKind, OperationId);
            Visits = new CardVisitsView(Venues, await reader.VisitsAsync(View, page, CardVisitsView.Size, ct), page);
        }

        Ended = View is null ? await reader.FindEndedAsync(actor, ct) : null;
        IsWaiting = View is null && await reader.IsWaitingAsync(actor, ct);
        return Page();
    }
}

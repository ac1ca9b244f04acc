using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>One bad rating: what was said, what was done, and what its handler, its unit and the one who decides an appeal do next.</summary>
[RequirePermission(Permission.HandleRatings)]
internal sealed class RatingModel(
    RatingDesk desk, RatingHandling handling, RatingAppeals appeals, RatingScale scale, IStringLocalizer texts) : PageModel
{
    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public RatingInput Input { get; set; } = new();

    /// <summary>The levels.</summary>
    public RatingScale Scale => scale;

    /// <summary>The rating.</summary>
    public DeskRating Row { get; private set; } = null!;

    /// <summary>What was done, the oldest first.</summary>
    public IReadOnlyList<DeskRatingAction> Actions { get; private set; } = [];

    /// <summary>How to reach the rater; only in answer to a reason.</summary>
    public RaterContactData? Contact { get; private set; }

    /// <summary>Which form was sent and has to be mended; null where none was.</summary>
    public string? Posted => ModelState.IsValid ? null : RouteData.Values["handler"]?.ToString() ?? Request.Query["handler"].ToString();

    /// <summary>What was ticked.</summary>
    public IReadOnlyList<string> Tags =>
        [.. Row.Tags.Select(code => scale.Find(Row.Level)!.Tags.FirstOrDefault(tag => tag.Code == code)?.Text().ToString() ?? code)];

    /// <summary>Whether somebody was there.</summary>
    public IReadOnlyList<FieldOption> ReachedOptions => [new("true", texts["Ratings.Handle.ReachedYes"]), new("false", texts["Ratings.Handle.ReachedNo"])];

    /// <summary>The two answers to an appeal.</summary>
    public IReadOnlyList<FieldOption> Decisions => [new("true", texts["Ratings.Appeal.Uphold"]), new("false", texts["Ratings.Appeal.Reject"])];

    /// <summary>The light of the present stage.</summary>
    public static DueView LightOf(Deadline clock) => new(Enum.Parse<DueLight>(clock.Light.ToString()), clock.RemainingWorkingDays);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ShowAsync(id, ct);

    /// <summary>Takes it over.</summary>
    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Ratings.Handle.Taken", "", () => handling.TakeAsync(User.Actor(), id, this.Begin(OperationId, "RatingTaking"), ct), ct);

    /// <summary>Writes the reason down and shows how to reach the rater.</summary>
    public async Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        var shown = await handling.ShowContactAsync(User.Actor(), id, Input.Reason, this.Begin(OperationId, "RaterContactShowing"), ct);
        if (shown.Succeeded) Contact = shown.Value;
        else if (shown.Refusal is CaseNotFound) return NotFound();
        else this.AddRefusal(shown.Refusal, shown.Refusal is RatingNoteInvalid ? "Input.Reason" : "");
        return await ShowAsync(id, ct);
    }

    /// <summary>Records a contact.</summary>
    public Task<IActionResult> OnPostContactAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Ratings.Handle.Contacted", "Input.Note", () => handling.ContactAsync(User.Actor(), id,
            new RaterContact(Input.On ?? default, Input.Way, Input.Reached, Input.Note), this.Begin(OperationId, "RaterContacting"), ct), ct);

    /// <summary>Records what was put right.</summary>
    public Task<IActionResult> OnPostRectifyAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Ratings.Handle.Rectified", "Input.Result", () =>
            handling.RectifyAsync(User.Actor(), id, Input.Result, this.Begin(OperationId, "RatingRectifying"), ct), ct);

    /// <summary>Appeals.</summary>
    public Task<IActionResult> OnPostAppealAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Ratings.Appeal.Made", string.IsNullOrWhiteSpace(Input.AppealReason) ? "Input.AppealReason" : "Input.AppealEvidence", () =>
            appeals.AppealAsync(User.Actor(), id, Input.AppealReason, Input.AppealEvidence, this.Begin(OperationId, "RatingAppealing"), ct), ct);

    /// <summary>Decides the appeal.</summary>
    public Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        if (Input.Upheld is null) ModelState.AddModelError("Input.Upheld", texts["Ratings.Appeal.Choose"]);
        return ActAsync(id, "Ratings.Appeal.Decided", "Input.Finding", () => appeals.DecideAsync(
            User.Actor(), id, Input.Upheld is true, Input.Finding, this.Begin(OperationId, "RatingAppealDeciding"), ct), ct);
    }

    private async Task<IActionResult> ActAsync(Guid id, string done, string noteField, Func<Task<Result>> act, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(id, ct);
        var result = await act();
        if (result.Succeeded) return this.RedirectWithBanner("Rating", done, new { id });
        if (result.Refusal is CaseNotFound) return NotFound();
        this.AddRefusal(result.Refusal, result.Refusal switch
        {
            RatingNoteInvalid => noteField,
            ContactDayInvalid => "Input.On",
            _ => "",
        });
        return await ShowAsync(id, ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        Row = (await desk.FindAsync(User.Actor(), id, ct))!;
        return Row is not null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Actions = await desk.ActionsAsync(Row, ct);
        if (OperationId == Guid.Empty || Contact is not null) OperationId = Ids.New();
        // The field would show the id that was used up with the contact data.
        ModelState.Remove("operationId");
        Input.On ??= HttpContext.RequestServices.GetRequiredService<PortalTimeZone>().Today;
        return Page();
    }
}

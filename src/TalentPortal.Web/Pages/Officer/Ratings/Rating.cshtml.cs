using Microsoft.AspNetCore.Mvc;
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

/// <summary>
/// One bad rating: what was said, what was done, and what its handler, its unit and the one who decides an appeal do next.
/// </summary>
[RequirePermission(Permission.HandleRatings)]
internal sealed class RatingModel(
    RatingDesk desk, RatingHandling handling, RatingAppeals appeals, RatingScale scale, IStringLocalizer texts) : DeedsModel
{
    /// <summary>Which.</summary>
    [FromRoute]
    public Guid Id { get; set; }

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
    public IReadOnlyList<FieldOption> ReachedOptions =>
        [new("true", texts["Ratings.Handle.ReachedYes"]), new("false", texts["Ratings.Handle.ReachedNo"])];

    /// <summary>The two answers to an appeal.</summary>
    public IReadOnlyList<FieldOption> Decisions =>
        [new("true", texts["Ratings.Appeal.Uphold"]), new("false", texts["Ratings.Appeal.Reject"])];

    /// <summary>The light of the present stage.</summary>
    public static DueView LightOf(Deadline clock) => new(Enum.Parse<DueLight>(clock.Light.ToString()), clock.RemainingWorkingDays);

    /// <summary>Takes it over.</summary>
    public Task<IActionResult> OnPostTakeAsync(CancellationToken ct) => ActAsync("RatingTaking", "Ratings.Handle.Taken",
        (actor, operation) => handling.TakeAsync(actor, Id, operation, ct), ct);

    /// <summary>Writes the reason down and shows how to reach the rater.</summary>
    public async Task<IActionResult> OnPostShowAsync(CancellationToken ct)
    {
        const string Deed = "RaterContactShowing";
        if (!await FindAsync(ct)) return NotFound();
        var shown = await handling.ShowContactAsync(User.Actor(), Id, Input.Reason, OperationOf(Deed), ct);
        if (shown.Succeeded) Contact = shown.Value;
        else if (shown.Refusal is CaseNotFound) return NotFound();
        else this.AddRefusal(shown.Refusal, FieldOf(shown.Refusal, Deed));
        return await ShowAsync(ct);
    }

    /// <summary>Records a contact.</summary>
    public Task<IActionResult> OnPostContactAsync(CancellationToken ct) =>
        ActAsync("RaterContacting", "Ratings.Handle.Contacted", (actor, operation) =>
        handling.ContactAsync(actor, Id, new RaterContact(Input.On ?? default, Input.Way, Input.Reached, Input.Note), operation, ct), ct);

    /// <summary>Records what was put right.</summary>
    public Task<IActionResult> OnPostRectifyAsync(CancellationToken ct) => ActAsync("RatingRectifying", "Ratings.Handle.Rectified",
        (actor, operation) => handling.RectifyAsync(actor, Id, Input.Result, operation, ct), ct);

    /// <summary>Appeals.</summary>
    public Task<IActionResult> OnPostAppealAsync(CancellationToken ct) => ActAsync("RatingAppealing", "Ratings.Appeal.Made",
        (actor, operation) => appeals.AppealAsync(actor, Id, Input.AppealReason, Input.AppealEvidence, operation, ct), ct);

    /// <summary>Decides the appeal.</summary>
    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (Input.Upheld is null) ModelState.AddModelError("Input.Upheld", texts["Ratings.Appeal.Choose"]);
        return ActAsync("RatingAppealDeciding", "Ratings.Appeal.Decided",
            (actor, operation) => appeals.DecideAsync(actor, Id, Input.Upheld is true, Input.Finding, operation, ct), ct);
    }

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await desk.FindAsync(User.Actor(), Id, ct) is not { } row) return false;
        (Row, Actions) = (row, await desk.ActionsAsync(row, ct));
        Input.On ??= HttpContext.RequestServices.GetRequiredService<PortalTimeZone>().Today;
        return true;
    }

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal, string deed) => (refusal, deed) switch
    {
        (RatingNoteInvalid, "RaterContactShowing") => "Input.Reason",
        (RatingNoteInvalid, "RaterContacting") => "Input.Note",
        (RatingNoteInvalid, "RatingRectifying") => "Input.Result",
        (RatingNoteInvalid, "RatingAppealing") =>
            string.IsNullOrWhiteSpace(Input.AppealReason) ? "Input.AppealReason" : "Input.AppealEvidence",
        (RatingNoteInvalid, "RatingAppealDeciding") => "Input.Finding",
        (ContactDayInvalid, _) => "Input.On",
        _ => "",
    };
}

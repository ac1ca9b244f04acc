using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Tasks;

/// <summary>One task on one screen: the file, what others said, the decision.</summary>
internal sealed class ReviewModel(
    ReviewQuery query, ReviewService reviews, OriginalChecks originals, ExpertPanelService panels, ReviewPageReads reads)
    : PageModel
{
    private readonly Dictionary<string, string> fieldErrors = new(StringComparer.Ordinal);

    /// <summary>The decision form.</summary>
    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    /// <summary>Whether the expert has a conflict of interest; null before an answer.</summary>
    [BindProperty]
    public bool? HasConflict { get; set; }

    /// <summary>Which conflict.</summary>
    [BindProperty]
    public string? ConflictReason { get; set; }

    /// <summary>The task.</summary>
    public ReviewView Review { get; private set; } = null!;

    /// <summary>The file in words; null before an expert's declaration.</summary>
    public CaseFileView? Shown { get; private set; }

    /// <summary>What the step asks beside answer, reason and points.</summary>
    public IReadOnlyList<ReviewFieldGroup> Fields { get; private set; } = [];

    /// <summary>The applicant's own score; null where nothing is scored.</summary>
    public ScoreTrace? SelfScore { get; private set; }

    /// <summary>What the experts' scores came to, for those who decide upon them; null for everybody else and before.</summary>
    public RecognitionScore? Panel { get; private set; }

    /// <summary>The label of a level.</summary>
    public string LevelName(string level) => reads.LevelName(level);

    /// <summary>The list from which the reader came, as <see cref="InboxFilter.TryParse"/> reads it.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    /// <summary>That list; null where the reader came another way.</summary>
    public InboxFilter? FromList => InboxFilter.TryParse(From);

    /// <summary>The task before this one in the same list; null when this is the first.</summary>
    public Guid? PreviousTask { get; private set; }

    /// <summary>The next task of the same list; null when this is the last.</summary>
    public Guid? NextTask { get; private set; }

    /// <summary>Route values of the list from which the reader came.</summary>
    public object? ListRoute => FromList is { } list
        ? new { scope = list.Scope, item = list.ServiceItem, step = list.Step, town = list.TownId, light = list.Light } : null;

    /// <summary>Whether the form can be sent: the task is open and nobody else has it.</summary>
    public bool MayDecide => Review.Task.IsOpen && !IsWithColleague && !Review.NeedsDeclaration;

    /// <summary>Whether a colleague has taken it.</summary>
    public bool IsWithColleague =>
        Review.Task.Status is ReviewTaskStatus.Claimed && Review.Task.HeldBy(User.Actor()).ClaimedBy != User.Actor().UserId;

    /// <summary>Shows the task.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Input.OperationId = Ids.New();
        return await ShowAsync(id, ct);
    }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await query.ReadAsync(User.Actor(), id, ct) is not { } view) return await GoneAsync(id, ct);
        if (!ModelState.IsValid) return await ShowAsync(id, ct);
        if (Input.Outcome is null)
        {
            ModelState.AddModelError("Input.Outcome", reads.Text("Reviews.Decide.Choose"));
            return await ShowAsync(id, ct);
        }

        var result = await reviews.DecideAsync(
            User.Actor(), Input.ToDecision(id, view.Settings) with { Fields = fields => AnswerBinder.FromPost(fields, Request.Form) },
            this.Begin(Input.OperationId, "ReviewTaskDeciding", view.Task.Role), ct);
        if (result.Succeeded)
        {
            return this.RedirectWithBanner("/Officer/Index", "Reviews.Decide.Done", ListRoute, "ok",
                NumberText.Grouped(view.File?.Number ?? ""), OutcomeTexts.Of(reads.Texts, Input.Outcome));
        }

        if (result.Refusal is AnswersInvalid invalid) Explain(view, invalid);
        return await RefuseAsync(id, result.Refusal, ct);
    }

    /// <summary>Takes the task out of the pool; what was typed stays.</summary>
    public Task<IActionResult> OnPostClaimAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => reviews.ClaimAsync(User.Actor(), id, this.Begin(Guid.Empty, "TaskClaiming"), ct), ct);

    /// <summary>Puts it back; what was typed stays.</summary>
    public Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => reviews.ReleaseAsync(User.Actor(), id, this.Begin(Guid.Empty, "TaskReleasing"), ct), ct);

    /// <summary>Notes that a file was compared with its original; what was typed stays.</summary>
    public Task<IActionResult> OnPostOriginalAsync(Guid id, Guid material, bool isChecked, CancellationToken ct) =>
        ActAsync(id, () => originals.MarkAsync(User.Actor(), id, material, isChecked, this.Begin(Guid.Empty, "OriginalChecking"), ct), ct);

    /// <summary>Declares a conflict of interest, or none; without one the file opens.</summary>
    public async Task<IActionResult> OnPostDeclareAsync(Guid id, CancellationToken ct)
    {
        if (HasConflict is not { } hasConflict)
        {
            ModelState.AddModelError("HasConflict", reads.Text("Reviews.Declare.Choose"));
            return await ShowAsync(id, ct);
        }

        var operation = this.Begin(Input.OperationId, "ConflictDeclaring", nameof(Core.Accounts.PortalRole.Expert));
        var result = await panels.DeclareAsync(User.Actor(), id, hasConflict, ConflictReason ?? "", operation, ct);
        if (!result.Succeeded) return await RefuseAsync(id, result.Refusal, ct);
        return hasConflict
            ? this.RedirectWithBanner("/Officer/Index", "Reviews.Declare.Done", ListRoute)
            : RedirectToPage(new { id, from = From });
    }

    /// <summary>Adds a line to the supplement list, for browsers without script.</summary>
    public Task<IActionResult> OnPostAddGapAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        Input.Gaps.Add(new GapInput());
        return ShowAsync(id, ct);
    }

    /// <summary>Takes a line off the supplement list, for browsers without script.</summary>
    public Task<IActionResult> OnPostRemoveGapAsync(Guid id, int place, CancellationToken ct)
    {
        ModelState.Clear();
        if (place >= 0 && place < Input.Gaps.Count) Input.Gaps.RemoveAt(place);
        return ShowAsync(id, ct);
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Result>> act, CancellationToken ct)
    {
        ModelState.Clear();
        var result = await act();
        return result.Succeeded ? await ShowAsync(id, ct) : await RefuseAsync(id, result.Refusal, ct);
    }

    private async Task<IActionResult> RefuseAsync(Guid id, Refusal refusal, CancellationToken ct)
    {
        if (refusal is CaseNotFound) return NotFound();
        if (refusal is not AnswersInvalid) ModelState.AddModelError(FieldOf(refusal), await reads.SentenceAsync(id, refusal, ct));
        return await ShowAsync(id, ct);
    }

    /// <summary>Whose time of standing in has ended reads so; for anybody else the task is not there.</summary>
    private async Task<IActionResult> GoneAsync(Guid id, CancellationToken ct) =>
        await reads.WhyGoneAsync(User.Actor(), id, ct) is { } sentence
            ? this.RedirectWithBanner("/Officer/Index", "Absences.Gone", routeValues: null, "warn", sentence) : NotFound();

    private void Explain(ReviewView view, AnswersInvalid invalid)
    {
        foreach (var (path, sentence, named) in reads.Fields.Sentences(view, invalid))
        {
            fieldErrors[path] = sentence;
            ModelState.AddModelError(path, named);
        }
    }

    private string FieldOf(Refusal refusal) => refusal switch
    {
        ReasonMissing or ReasonTooLong when HasConflict is true => "ConflictReason",
        ReasonMissing or ReasonTooLong => "Input.Reason",
        GapsMissing => "Input.Gaps",
        _ => "",
    };

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await query.ReadAsync(User.Actor(), id, ct) is not { } view) return await GoneAsync(id, ct);
        Review = view;
        Shown = reads.ViewOf(User.Actor(), view);
        SelfScore = view.Settings.ScoreSheet && view.File is { Reach: not FileReach.Head }
            ? await reads.SelfScoreAsync(view.Task.CaseId, ct)
            : null;
        Fields = MayDecide
            ? reads.Fields.Of(view,
                HttpMethods.IsPost(Request.Method) ? Request.Form.ToDictionary(StringComparer.Ordinal) : null, fieldErrors)
            : [];
        Panel = Shown is { File.Reach: FileReach.Full } && !view.Settings.ScoreSheet
            ? await reads.PanelScoreAsync(view.Task.CaseId, ct)
            : null;
        (PreviousTask, NextTask) = await reads.NeighboursAsync(User.Actor(), view.Task, FromList, ct);
        if (Input.Gaps.Count == 0) Input.Gaps.Add(new GapInput());
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Tasks;

/// <summary>What can be done with a task beside deciding: first the choice of an action, then its form.</summary>
internal sealed class ActionsModel(DeskQuery query, DeskActions actions, ProcessViews processes, IStringLocalizer texts) : OnceFormModel
{
    /// <summary>The action whose form is shown; null for the choice.</summary>
    [BindProperty(Name = "do", SupportsGet = true)]
    public DeskAction? Action { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The desk.</summary>
    public DeskView Desk { get; private set; } = null!;

    /// <summary>The step's name.</summary>
    public string Step => StepName(Desk.Task.StepCode);

    /// <summary>Whether the action chooses a colleague.</summary>
    public bool AsksWho =>
        Action is DeskAction.Transfer or DeskAction.Assign or DeskAction.Delegate or DeskAction.AddBefore or DeskAction.AddBeside
        or DeskAction.AddAfter or DeskAction.Copy;

    /// <summary>Whether the action needs no reason.</summary>
    public bool IsReasonOptional => Action is DeskAction.Remove or DeskAction.Copy or DeskAction.Urge or DeskAction.ApproveExtension;

    /// <summary>Who will read the reason.</summary>
    public string ReasonHint => texts[Action is DeskAction.AskExtension ? "Clocks.Extension.AskHint" : "Reviews.Desk.ReasonHint"];

    /// <summary>Whether it can't be undone, so that it is asked once more.</summary>
    public bool IsFinal => Action is DeskAction.Terminate;

    /// <summary>Whom the action can choose.</summary>
    public IReadOnlyList<FieldOption> People => Options(Action switch
    {
        DeskAction.AddBefore => Desk.Advisers,
        DeskAction.Copy => Desk.Readers,
        _ => Desk.Colleagues,
    });

    /// <summary>Which units can be asked.</summary>
    public IReadOnlyList<FieldOption> Units => Options(Desk.Units);

    /// <summary>Which added reviewers can be removed.</summary>
    public IReadOnlyList<FieldOption> Added =>
        [.. Desk.Added.Select(one => new FieldOption(one.Id.ToString(), $"{one.Who} · {texts.Of(one.Kind)}"))];

    /// <summary>Where the case can be returned to.</summary>
    public IReadOnlyList<FieldOption> Steps => [.. Desk.Steps.Select(step => new FieldOption(step.ActivityId,
        texts["Reviews.Desk.StepWas", StepName(step.Code), texts["Enum.PortalRole." + step.Role].Value, OutcomeTexts.Of(texts, step.Outcome ?? "")].Value))];

    /// <summary>An earlier step that was chosen on the drawing without script.</summary>
    [FromQuery(Name = "at")]
    public string? At { get; set; }

    /// <summary>The process on which an earlier step can be chosen; null for other actions.</summary>
    public ProcessView? Process { get; private set; }

    /// <inheritdoc />
    protected override string Deed => "Desk" + Action;

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await query.ReadAsync(User.Actor(), Id, ct) is not { } desk) return false;
        Desk = desk;
        if (HttpMethods.IsGet(Request.Method) && Action is { } wanted && !desk.Actions.Contains(wanted)) Action = null;
        if (HttpMethods.IsPost(Request.Method) && Action is null) ModelState.AddModelError("", texts["Reviews.Desk.Choose"]);
        if (Action is DeskAction.Return) Process = await DrawAsync(desk, ct);
        return true;
    }

    /// <inheritdoc />
    protected override void Fill() => Input.ActivityId = At;

    /// <inheritdoc />
    protected override Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct) =>
        actions.RunAsync(actor, Id, new DeskRequest(Action!.Value, Input.Reason ?? "")
        {
            UserId = Input.UserId ?? Guid.Empty,
            OrganisationId = Input.OrganisationId ?? Guid.Empty,
            AddedTaskId = Input.AddedTaskId ?? Guid.Empty,
            ActivityId = Input.ActivityId ?? "",
            ComesStraightBack = Input.StraightBack,
        }, operation, ct);

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("/Officer/Index", "Reviews.Desk.Done", routeValues: null, "ok",
        texts.Of(Action!.Value), NumberText.Grouped(Desk.Number));

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal switch
    {
        ReasonMissing or ReasonTooLong => "Input.Reason",
        PassedToOneself or UnitWithoutReviewer when Action is DeskAction.Consult => "Input.OrganisationId",
        PassedToOneself or ColleagueWithoutRight or ColleagueAbsent or PassedInCircle or CopiedAlready when AsksWho => "Input.UserId",
        StepNotReachable => "Input.ActivityId",
        _ => "",
    };

    private async Task<ProcessView?> DrawAsync(DeskView desk, CancellationToken ct) =>
        await processes.OfCaseAsync(desk.Task.CaseId, ct) is not { } drawn ? null : drawn with
        {
            Choices = desk.Steps.Select(step => step.ActivityId).ToHashSet(StringComparer.Ordinal),
            Chosen = Input.ActivityId ?? At,
            ChoiceHref = "?do=Return&at=",
            ChoiceField = "Input.ActivityId",
        };

    private string StepName(string code) =>
        (Desk.Item.Guide.Steps.FirstOrDefault(step => step.Code == code)?.Name ?? new LocalizedText(code, code)).ToString();

    private static IReadOnlyList<FieldOption> Options(IEnumerable<DeskChoice> choices) =>
        [.. choices.Select(one => new FieldOption(one.Id.ToString(), one.Name.ToString(), one.Unit?.ToString()))];

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>To whom.</summary>
        [Display(Name = "Reviews.Desk.Who")]
        public Guid? UserId { get; set; }

        /// <summary>Which unit.</summary>
        [Display(Name = "Reviews.Desk.Unit")]
        public Guid? OrganisationId { get; set; }

        /// <summary>Which added reviewer.</summary>
        [Display(Name = "Reviews.Desk.Added")]
        public Guid? AddedTaskId { get; set; }

        /// <summary>Which earlier step.</summary>
        [Display(Name = "Reviews.Desk.Step")]
        public string? ActivityId { get; set; }

        /// <summary>Whether it comes straight back.</summary>
        [Display(Name = "Reviews.Desk.StraightBack")]
        public bool StraightBack { get; set; }

        /// <summary>Why.</summary>
        [MaxLength(DecisionRules.LongestReason), DataType(DataType.MultilineText), Display(Name = "Reviews.Desk.Reason")]
        public string? Reason { get; set; }
    }
}

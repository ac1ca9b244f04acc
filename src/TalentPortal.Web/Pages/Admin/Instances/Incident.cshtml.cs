using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>What can be done with an incident: the choice, its form, what will happen, and doing it.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class IncidentModel(
    IncidentDesk desk, IncidentRescue rescue, ProcessViews processes, ProcessNames names, IStringLocalizer texts) : PageModel
{
    /// <summary>Which incident.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>What is to be done; null for the choice.</summary>
    [BindProperty(Name = "do", SupportsGet = true)]
    public IncidentDeed? Deed { get; set; }

    /// <summary>A step that was chosen on the drawing without script.</summary>
    [FromQuery(Name = "at")]
    public string? At { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The operation of the form, so that a double click counts once.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>The incident.</summary>
    public IncidentDeskView Desk { get; private set; } = null!;

    /// <summary>What will happen; null before it was asked.</summary>
    public string? Will { get; private set; }

    /// <summary>The process on which a step can be chosen, or where it stopped.</summary>
    public ProcessView? Process { get; private set; }

    /// <summary>The stopped activity's name.</summary>
    public string Activity => Desk is { Trace: { } trace, Row.ActivityId: { } id } && trace.Definition.Find(id) is { } activity
        ? names.Of(trace.Definition, activity) : Desk.Row.ActivityType ?? texts["Instances.NoActivity"];

    /// <summary>Outcomes to choose from.</summary>
    public IReadOnlyList<FieldOption> Outcomes => [.. Desk.Outcomes.Select(outcome => new FieldOption(outcome, names.Outcome(outcome)))];

    /// <summary>Variables to choose from.</summary>
    public IReadOnlyList<FieldOption> Variables => [.. Desk.Running!.Variables.Select(variable =>
        new FieldOption(VariablePlace.Of(variable), texts["Instances.VariableOf", variable.Name, variable.Type.Name].Value))];

    /// <summary>Steps to choose from.</summary>
    public IReadOnlyList<FieldOption> Steps =>
        [.. Desk.Steps.Select(activity => new FieldOption(activity.Id, names.Of(Desk.Trace!.Definition, activity)))];

    /// <summary>Shows the choice or a form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        OperationId = Ids.New();
        if (!await FindAsync(ct)) return NotFound();
        Input.ActivityId = At;
        if (Deed is { } wanted && !Desk.Deeds.Contains(wanted)) Deed = null;
        return Page();
    }

    /// <summary>Says what will happen; nothing is done yet.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Asked() is not { } request) return Page();
        if (ModelState.IsValid && Desk.WhyNot(request) is { } refusal) this.AddRefusal(refusal, FieldOf(refusal));
        if (ModelState.IsValid) Will = Say(request);
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostRunAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Asked() is not { } request || !ModelState.IsValid) return Page();
        var result = await rescue.RunAsync(request, this.Begin(OperationId, "IncidentSettling", nameof(PortalRole.Administrator)), ct);
        if (result.Succeeded)
            return this.RedirectWithBanner("/Admin/Incidents", "Instances.Rescue.Done", routeValues: null, "ok", texts.Of(request.Deed));
        this.AddRefusal(result.Refusal, FieldOf(result.Refusal));
        await FindAsync(ct);
        return Page();
    }

    private RescueRequest? Asked()
    {
        if (Deed is not { } deed || !Enum.IsDefined(deed))
        {
            ModelState.AddModelError("", texts["Instances.Rescue.Choose"]);
            return null;
        }

        return new RescueRequest(Id, deed, Input.Reason ?? "")
        {
            Outcome = Input.Outcome ?? "",
            Variable = Input.Variable ?? "",
            Value = Input.Value ?? "",
            ActivityId = Input.ActivityId ?? "",
        };
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await desk.ReadAsync(Id, ct) is not { } found) return false;
        Desk = found;
        if (Desk.Row.ResolvedAt is not null && HttpMethods.IsPost(Request.Method) && ModelState.IsValid)
            this.AddRefusal(new IncidentSettled());
        if (found.Trace is not { } trace) return true;
        Process = await processes.OfAsync(trace, ct);
        if (Deed is IncidentDeed.Moved)
        {
            Process = Process with
            {
                Choices = Desk.Steps.Select(activity => activity.Id).ToHashSet(StringComparer.Ordinal),
                Chosen = Input.ActivityId ?? At,
                ChoiceHref = "?do=Moved&at=",
                ChoiceField = "Input.ActivityId",
            };
        }

        return true;
    }

    private string Say(RescueRequest request) => request.Deed switch
    {
        IncidentDeed.Skipped => texts["Instances.Will.Skipped", Activity, names.Outcome(request.Outcome), After(request.Outcome)],
        IncidentDeed.VariableSet =>
            texts["Instances.Will.VariableSet", VariablePlace.Find(Desk.Running!, request.Variable)!.Name, request.Value, Activity],
        IncidentDeed.Moved => texts["Instances.Will.Moved", NameOf(request.ActivityId), Waiting()],
        IncidentDeed.Cancelled => texts[Desk.EndsApplication ? "Instances.Will.CancelledWithCase" : "Instances.Will.Cancelled"],
        _ => texts["Instances.Will.Retried", Activity],
    };

    /// <summary>Where an outcome leads.</summary>
    private string After(string outcome)
    {
        var next = Desk.Trace!.Definition.Find(Desk.Row.ActivityId!)?.Parent?.Connections
            .Where(arrow => arrow.Source == Desk.Row.ActivityId && (arrow.SourcePort is null || arrow.SourcePort == outcome))
            .Select(arrow => NameOf(arrow.Target)).ToList() ?? [];
        return next.Count == 0 ? texts["Instances.Will.NextByDefinition"] : string.Join(texts["Shared.ListSeparator"], next);
    }

    private string Waiting() => Process is { Present: { Count: > 0 } present }
        ? string.Join(texts["Shared.ListSeparator"], present.Select(step => step.Name)) : Activity;

    private string NameOf(string activityId) => names.Of(Desk.Trace!.Definition, Desk.Trace.Definition.Find(activityId)!);

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        IncidentReasonMissing => "Input.Reason",
        SkipOutcomeUnknown => "Input.Outcome",
        VariableUnknown => "Input.Variable",
        VariableValueWrong => "Input.Value",
        RescueStepUnknown => "Input.ActivityId",
        _ => "",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>With which outcome it counts as done.</summary>
        [Display(Name = "Instances.Field.Outcome")]
        public string? Outcome { get; set; }

        /// <summary>Which variable.</summary>
        [Display(Name = "Instances.Field.Variable")]
        public string? Variable { get; set; }

        /// <summary>Its new value.</summary>
        [MaxLength(RescueRequest.LongestValue), DataType(DataType.MultilineText), Display(Name = "Instances.Field.Value")]
        public string? Value { get; set; }

        /// <summary>Which step.</summary>
        [Display(Name = "Instances.Field.Step")]
        public string? ActivityId { get; set; }

        /// <summary>Why.</summary>
        [MaxLength(RescueRequest.LongestReason), Display(Name = "Instances.Field.Reason")]
        public string? Reason { get; set; }
    }
}

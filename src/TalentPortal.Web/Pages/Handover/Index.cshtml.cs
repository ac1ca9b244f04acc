using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Handovers;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Handover;

/// <summary>All open tasks of a person or a unit go to somebody else: choose whose, see what each becomes, confirm once.</summary>
internal sealed class IndexModel(HandoverQuery query, HandoverService handovers, Departures departures, IStringLocalizer texts) : PageModel
{
    private const string Person = "person:";
    private const string Unit = "unit:";
    private const string Pool = "pool";

    /// <summary>Whose tasks: <c>person:…</c> or <c>unit:…</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Who gets them: <c>person:…</c>, <c>unit:…</c> or <c>pool</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>The tasks that were shown.</summary>
    [BindProperty(Name = "task")]
    public IReadOnlyList<Guid> TaskIds { get; set; } = [];

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What is shown.</summary>
    public HandoverView View { get; private set; } = null!;

    /// <summary>What became of each task; null before it was sent.</summary>
    public IReadOnlyList<(HandoverTask? Task, string? Refusal)>? Results { get; private set; }

    /// <summary>How many appointments were ended with it.</summary>
    public int Ended { get; private set; }

    /// <summary>Whether a person's tasks are handed over.</summary>
    public bool IsOfPerson => IdIn(From, Person) is not null;

    /// <summary>Whether appointments can be ended along with it.</summary>
    public bool MayEnd => IsOfPerson && User.Actor().Can(Core.Accounts.Permission.GrantRights);

    /// <summary>Whether tasks and receiver are chosen.</summary>
    public bool IsReady => FromWhom is not null && (ToWhom is not null || (MayEnd && View.Tasks.Count == 0));

    private HandoverFrom? FromWhom => IdIn(From, Person) is { } person ? new HandoverFrom(person, OrganisationId: null)
        : IdIn(From, Unit) is { } unit ? new HandoverFrom(UserId: null, unit) : null;

    private HandoverTo? ToWhom => To == Pool && IsOfPerson ? new HandoverTo()
        : IdIn(To, Person) is { } person ? new HandoverTo(person)
        : IdIn(To, Unit) is { } unit && IdIn(From, Unit) is not null ? new HandoverTo(OrganisationId: unit) : null;

    /// <summary>The sentence of a refusal.</summary>
    public string Sentence(Refusal refusal) => texts.Of(refusal);

    /// <summary>Shows it.</summary>
    public Task OnGetAsync(CancellationToken ct)
    {
        Input.OperationId = Ids.New();
        return ReadAsync(ct);
    }

    /// <summary>Hands over what was shown. Sent again, it answers the same.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var actor = User.Actor();
        if (FromWhom is not { } from || !IsReady) this.AddRefusal(new HandoverEmpty());
        else if (Input.LastOn is { } lastOn && departures.WhyNot(actor, lastOn) is { } tooEarly) this.AddRefusal(tooEarly, "Input.LastOn");
        else if (TaskIds.Count > 0) await HandOverAsync(new Core.Reviews.Handovers.Handover(from, ToWhom!, Input.Reason ?? ""), ct);
        else if (Input.LastOn is null) this.AddRefusal(new HandoverEmpty());
        if (!ModelState.IsValid) return Page();
        if (Input.LastOn is { } last && IdIn(From, Person) is { } leaver)
            Ended = (await departures.EndAsync(actor, leaver, last, this.Begin(Guid.Empty, "AppointmentsEnding"), ct)).Value;
        Results ??= [];
        return Page();
    }

    private async Task HandOverAsync(Core.Reviews.Handovers.Handover handover, CancellationToken ct)
    {
        if (TaskIds.Count > HandoverQuery.Most) TaskIds = [.. TaskIds.Take(HandoverQuery.Most)];
        var shown = View.Tasks.ToDictionary(task => task.TaskId);
        var result = await handovers.RunAsync(User.Actor(), handover, TaskIds, this.Begin(Input.OperationId, "TasksHandingOver"), ct);
        if (!result.Succeeded)
        {
            this.AddRefusal(result.Refusal, result.Refusal is ReasonMissing or ReasonTooLong ? "Input.Reason" : "");
            return;
        }

        Results = [.. result.Value.Select(
            row => (shown.GetValueOrDefault(row.TaskId), row.Answer.Succeeded ? null : Sentence(row.Answer.Refusal)))];
    }

    private async Task ReadAsync(CancellationToken ct) => View = await query.ReadAsync(User.Actor(), FromWhom, ToWhom, ct);

    private static Guid? IdIn(string? choice, string kind) =>
        choice?.StartsWith(kind, StringComparison.Ordinal) is true && Guid.TryParse(choice[kind.Length..], out var id) ? id : null;

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Why.</summary>
        [MaxLength(DecisionRules.LongestReason), DataType(DataType.MultilineText), Display(Name = "Handovers.Reason")]
        public string? Reason { get; set; }

        /// <summary>The last day in office of who leaves; empty where nobody does.</summary>
        [DataType(DataType.Date), Display(Name = "Handovers.LastOn")]
        public DateOnly? LastOn { get; set; }

        /// <summary>The operation's id.</summary>
        public Guid OperationId { get; set; }
    }
}

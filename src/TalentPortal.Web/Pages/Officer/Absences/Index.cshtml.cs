using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Absences;

/// <summary>An officer's own absences, and those of the people he heads: the list, a new one, ending one early.</summary>
internal sealed class IndexModel(AbsenceQuery query, AbsenceService absences, IStringLocalizer texts) : PageModel
{
    /// <summary>Whose absence is entered; null for the reader's own.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? About { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What is shown.</summary>
    public AbsenceView View { get; private set; } = null!;

    /// <summary>Those who could stand in.</summary>
    public IReadOnlyList<FieldOption> StandIns =>
        [.. View.StandIns.Select(person => new FieldOption(person.Id.ToString(), person.Name, person.Unit.ToString()))];

    /// <summary>All items or chosen ones.</summary>
    public IReadOnlyList<FieldOption> Covers => [new("all", texts["Absences.Covers.All"]), new("chosen", texts["Absences.Covers.Chosen"])];

    /// <summary>The items to choose from.</summary>
    public IReadOnlyList<FieldOption> Items => [.. View.Items.Select(item => new FieldOption(item.Code, item.Name.ToString()))];

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken ct)
    {
        (Input.OperationId, Input.Covers) = (Ids.New(), "all");
        return ReadAsync(ct);
    }

    /// <summary>Enters an absence.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var actor = User.Actor();
        await ReadAsync(ct);
        foreach (var (field, isMissing) in new[] { ("StandInId", Input.StandInId is null), ("FromOn", Input.FromOn is null), ("ToOn", Input.ToOn is null) })
        {
            if (isMissing && ModelState["Input." + field] is not { Errors.Count: > 0 })
                ModelState.AddModelError("Input." + field, texts["Absences.Missing." + field]);
        }

        if (!ModelState.IsValid) return Page();
        var entry = new AbsenceEntry(About ?? actor.UserId, Input.StandInId!.Value, Input.FromOn!.Value, Input.ToOn!.Value,
            Input.Covers is "chosen" ? Input.Items : null);
        var result = await absences.EnterAsync(actor, entry, this.Begin(Input.OperationId, "AbsenceEntering"), ct);
        if (result.Succeeded) return this.RedirectWithBanner("/Officer/Absences/Index", "Absences.Entered");
        this.AddRefusal(result.Refusal, FieldOf(result.Refusal));
        return Page();
    }

    /// <summary>Ends an absence early.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid absence, CancellationToken ct)
    {
        var result = await absences.EndAsync(User.Actor(), absence, this.Begin(Guid.Empty, "AbsenceEnding"), ct);
        return result.Succeeded
            ? this.RedirectWithBanner("/Officer/Absences/Index", "Absences.Ended")
            : this.RedirectWithBanner("/Officer/Absences/Index", "Refusal." + result.Refusal.Key, routeValues: null, "warn");
    }

    private async Task ReadAsync(CancellationToken ct) => View = await query.ReadAsync(User.Actor(), About, ct);

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        StandInIsOneself or StandInWithoutRight or StandInAbsent or StandInCircle => "Input.StandInId",
        AbsenceInPast => "Input.FromOn",
        AbsenceBackwards => "Input.ToOn",
        AbsenceItemsMissing => "Input.Items",
        _ => "",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Who stands in.</summary>
        [Display(Name = "Absences.StandIn")]
        public Guid? StandInId { get; set; }

        /// <summary>First day.</summary>
        [DataType(DataType.Date), Display(Name = "Absences.FromOn")]
        public DateOnly? FromOn { get; set; }

        /// <summary>Last day.</summary>
        [DataType(DataType.Date), Display(Name = "Absences.ToOn")]
        public DateOnly? ToOn { get; set; }

        /// <summary>All items or chosen ones.</summary>
        [Display(Name = "Absences.Covers")]
        public string? Covers { get; set; }

        /// <summary>The chosen items.</summary>
        [Display(Name = "Absences.Items")]
        public IReadOnlyList<string> Items { get; set; } = [];

        /// <summary>The operation's id.</summary>
        public Guid OperationId { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Definitions.Moves;
using TalentPortal.Core.Reviews;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>Moves running cases to another version: what would not fit is shown first, and what became of each case after.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class MoveModel(DefinitionRegister register, DefinitionMoves moves, MoveOrders orders) : PageModel
{
    /// <summary>How many cases are listed.</summary>
    public const int MostListed = 50;

    /// <summary>The definition.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The version that the cases run on; without it the oldest with running cases.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The version to which they go; without it the newest published.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>A move whose result is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Done { get; set; }

    /// <summary>The step of the newer version for each place that it lacks.</summary>
    [BindProperty]
    public Dictionary<string, string?> Targets { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Why.</summary>
    [BindProperty, MaxLength(DecisionRules.LongestReason), DataType(DataType.MultilineText), Display(Name = "Definitions.Reason")]
    public string? Reason { get; set; }

    /// <summary>The versions on which cases run.</summary>
    public IReadOnlyList<DefinitionVersion> Running { get; private set; } = [];

    /// <summary>The versions to which they can go.</summary>
    public IReadOnlyList<DefinitionVersion> Published { get; private set; } = [];

    /// <summary>What the move would do; null where there is nothing to choose.</summary>
    public MovePreview? Preview { get; private set; }

    /// <summary>What became of the cases of the move that is shown.</summary>
    public IReadOnlyList<MovedCase> Moved { get; private set; } = [];

    /// <summary>Shows what the move would do.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Orders the move.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (From is { } from && To is { } to)
        {
            // Where the form names no place at all, the binder takes every other field for one.
            var targets =
                Targets.Where(one => !string.IsNullOrEmpty(one.Value) && Request.Form.ContainsKey($"{nameof(Targets)}[{one.Key}]"))
                .ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal);
            var ordered = await orders.OrderAsync(Id, from, to, targets, Reason,
                this.Begin(Guid.Empty, "InstancesMoving", nameof(PortalRole.Administrator)), ct);
            if (ordered.Succeeded)
                return this.RedirectWithBanner("Move", "Definitions.Move.Ordered", new { id = Id, from, to, done = ordered.Value });
            this.AddRefusal(ordered.Refusal, DefinitionPages.FieldOf(ordered.Refusal, nameof(Reason)));
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var versions = await register.OfAsync(Id, ct);
        if (versions.Count == 0) return NotFound();
        Running = [.. versions.Where(version => version.Running > 0)];
        Published = [.. versions.Where(version => version.State is DefinitionState.Published)];
        From ??= (Running is [.., var oldest] ? oldest.Version : null);
        To ??= (Published is [var newest, ..] ? newest.Version : null);
        if (Done is { } move) Moved = await moves.DoneAsync(move, ct);
        if (From is { } from && To is { } to) Preview = await moves.PreviewAsync(Id, from, to, ct);
        return Page();
    }
}

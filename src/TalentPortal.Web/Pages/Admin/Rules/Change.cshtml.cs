using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>One change: what it says otherwise, on what ground, and what can be done with it: release, give up, take back.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class ChangeModel(
    RuleHistory history, RuleReleases releases, RuleDifferences differences, DryRunReads dryRuns, PortalTimeZone zone) : PageModel
{
    /// <summary>The change.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The revision that was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The change with its names.</summary>
    public RuleChangeRow Row { get; private set; } = null!;

    /// <summary>The change.</summary>
    public RuleChange Change => Row.Change;

    /// <summary>How it looks today.</summary>
    public RuleChangeState State => Row.StateOn(zone.Today);

    /// <summary>What it says otherwise.</summary>
    public IReadOnlyList<RuleDifference> Differences { get; private set; } = [];

    /// <summary>Its dry runs.</summary>
    public DryRunView DryRun { get; private set; } = null!;

    /// <summary>The period of a dry run.</summary>
    [BindProperty]
    public PeriodModel Period { get; set; } = new();

    /// <summary>Whether the reader wrote it.</summary>
    public bool IsOwn => Change.AuthorId == User.Actor().UserId;

    /// <summary>Whether the reader may release it.</summary>
    public bool MayRelease => !DryRun.IsUnderWay && State is RuleChangeState.Draft && !IsOwn && User.Actor().Can(Permission.ReleaseRules);

    /// <summary>Whether the reader may edit it or give it up.</summary>
    public bool MayEdit => State is RuleChangeState.Draft && IsOwn && User.Actor().Can(Permission.SetParameters);

    /// <summary>Whether the reader may write the change that takes it back.</summary>
    public bool MayWithdraw => State is RuleChangeState.Coming && User.Actor().Can(Permission.SetParameters);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        Revision = Change.Revision;
        // While the dry run is under way the page looks again by itself; nothing can be typed meanwhile.
        if (DryRun.IsUnderWay) Response.Headers["Refresh"] = "3";
        return Page();
    }

    /// <summary>Has it played on the cases of a period.</summary>
    public async Task<IActionResult> OnPostDryRunAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        // A blank day is no day in any period.
        var (from, to) = (Period.From ?? DateOnly.MaxValue, Period.To ?? DateOnly.MinValue);
        var result = await dryRuns.Runs.StartAsync(User.Actor(), Id, from, to, this.Begin(Guid.Empty, "RuleDryRunning"), ct);
        if (result.Succeeded) return this.RedirectWithBanner("Change", "Rules.DryRun.Started", new { id = Id });
        this.AddRefusal(result.Refusal, result.Refusal is RulePeriodInvalid ? "Period.From" : "");
        return Page();
    }

    /// <summary>Releases it.</summary>
    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) => ActAsync("RuleReleasing", "Rules.Released", operation =>
        releases.ReleaseAsync(User.Actor(), Id, new RuleReleaseOptions(Revision, Input.Reason, Input.WithoutDryRun), operation, ct), ct);

    /// <summary>Gives it up.</summary>
    public Task<IActionResult> OnPostDiscardAsync(CancellationToken ct) => ActAsync("RuleDiscarding", "Rules.Discarded", operation =>
        releases.DiscardAsync(User.Actor(), Id, Revision, operation, ct), ct);

    /// <summary>Writes the change that takes it back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        ActAsync("RuleWithdrawing", "Rules.WithdrawalDrafted", operation =>
        releases.WithdrawAsync(User.Actor(), Id, Input.Reason, operation, ct), ct);

    private async Task<IActionResult> ActAsync(
        string type, string banner, Func<Core.Cases.Operation, Task<Result<RuleChange>>> act, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        var result = await act(this.Begin(Guid.Empty, type));
        if (result.Succeeded) return this.RedirectWithBanner("Change", banner, new { id = result.Value.Id });
        this.AddRefusal(result.Refusal, result.Refusal switch
        {
            RuleReasonMissing => "Input.Reason",
            RuleNotReplayed => "Input.WithoutDryRun",
            _ => "",
        });
        // What was changed meanwhile is read now: the next click releases what stands on the page.
        await FindAsync(ct);
        ModelState.Remove(nameof(Revision));
        Revision = Change.Revision;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await history.FindAsync(Id, ct) is not { } row) return false;
        Row = row;
        Differences = await differences.OfAsync(row.Change, ct);
        DryRun = await dryRuns.ReadAsync(row.Change, User.Actor(), ct);
        if (HttpMethods.IsGet(Request.Method)) Period = new PeriodModel { From = zone.Today.AddYears(-1), To = zone.Today };
        return true;
    }

    /// <summary>A period.</summary>
    internal sealed class PeriodModel
    {
        /// <summary>First day.</summary>
        [Display(Name = "Rules.DryRun.From")]
        public DateOnly? From { get; set; }

        /// <summary>Last day.</summary>
        [Display(Name = "Rules.DryRun.To")]
        public DateOnly? To { get; set; }
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Why it is released, or taken back.</summary>
        [MaxLength(RuleDraft.LongestReason), DataType(DataType.MultilineText), Display(Name = "Rules.ReleaseReason")]
        public string? Reason { get; set; }

        /// <summary>Whether it is to be released without a dry run.</summary>
        [Display(Name = "Rules.WithoutDryRun")]
        public bool WithoutDryRun { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>One version of a definition: what it holds, what speaks against it, and what can be done with it by now.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class VersionModel(
    DefinitionRegister register, DefinitionCheck check, DefinitionUses uses, DefinitionPublication publication, ServiceItemPins pins,
    ProcessViews processes, DisplayFormat display) : PageModel
{
    /// <summary>The definition.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Which version.</summary>
    [FromRoute(Name = "version")]
    public int Number { get; set; }

    /// <summary>Why it is published.</summary>
    [BindProperty]
    public ReasonModel Publish { get; set; } = new();

    /// <summary>Why it is retired.</summary>
    [BindProperty]
    public ReasonModel Retire { get; set; } = new();

    /// <summary>For which service item it is used from now on, and why.</summary>
    [BindProperty]
    public UseModel Use { get; set; } = new();

    /// <summary>The version.</summary>
    public DefinitionVersion Row { get; private set; } = null!;

    /// <summary>What the last check found.</summary>
    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    /// <summary>What it says; null when it can no longer be read.</summary>
    public WorkflowDefinition? Definition { get; private set; }

    /// <summary>Its drawing; null when it can no longer be read.</summary>
    public ProcessView? Process { get; private set; }

    /// <summary>Where each activity stands on the page.</summary>
    public IReadOnlyDictionary<string, string> Anchors { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The service items' versions that new applications get, and which version of the definition is behind them.</summary>
    public IReadOnlyList<ItemUse> Items { get; private set; } = [];

    /// <summary>The service items that could be handled by this version.</summary>
    public IReadOnlyList<FieldOption> Others =>
        [.. Items.Where(use => use.DefinitionVersion != Number)
            .Select(use => new FieldOption(use.Code, display.Pick(use.NameZh, use.NameEn), use.Code))];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Hands the file out as it came in.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct) => await register.FileAsync(Id, Number, ct) is { } file
        ? File(file.Encode(), "application/json", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}-v{Number}.json"))
        : NotFound();

    /// <summary>Runs all checks.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        var found = await publication.CheckAsync(Id, Number, Operation("DefinitionChecking"), ct);
        if (!found.Succeeded) return await RefusedAsync(found.Refusal, "", ct);
        return found.Value == 0
            ? Back("Definitions.Check.Sound")
            : this.RedirectWithBanner("Version", "Definitions.Check.Found", Place, "warn", display.Number(found.Value));
    }

    /// <summary>Publishes it.</summary>
    public async Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => await AnswerAsync(
        await publication.PublishAsync(Id, Number, Publish.Reason, Operation("DefinitionPublishing"), ct), "Definitions.Publish.Done",
        "Publish.Reason", ct);

    /// <summary>Retires it.</summary>
    public async Task<IActionResult> OnPostRetireAsync(CancellationToken ct) => await AnswerAsync(
        await publication.RetireAsync(Id, Number, Retire.Reason, Operation("DefinitionRetiring"), ct), "Definitions.Retire.Done",
        "Retire.Reason", ct);

    /// <summary>Has a service item handled by it from now on.</summary>
    public async Task<IActionResult> OnPostUseAsync(CancellationToken ct) => await AnswerAsync(
        await pins.UseAsync(Use.Item ?? "", Id, Number, Use.Reason, Operation("ServiceItemDefinitionChoosing"), ct),
        "Definitions.Use.Done", "Use.Reason", ct);

    /// <summary>Throws a draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        var result = await publication.DiscardAsync(Id, Number, Operation("DefinitionDiscarding"), ct);
        return result.Succeeded ? this.RedirectWithBanner("Index", "Definitions.Discard.Done") : await RefusedAsync(result.Refusal, "", ct);
    }

    private object Place => new { id = Id, version = Number };

    private Operation Operation(string type) => this.Begin(Guid.Empty, type, nameof(PortalRole.Administrator));

    private RedirectToPageResult Back(string banner) => this.RedirectWithBanner("Version", banner, Place);

    private async Task<IActionResult> AnswerAsync(Result result, string banner, string field, CancellationToken ct) =>
        result.Succeeded ? Back(banner) : await RefusedAsync(result.Refusal, field, ct);

    private async Task<IActionResult> RefusedAsync(Refusal refusal, string field, CancellationToken ct)
    {
        if (refusal is DefinitionGone) return NotFound();
        this.AddRefusal(refusal, refusal is ServiceItemOfOtherDefinition or GuideLacksSteps or DefinitionUsedAlready
            ? "Use.Item" : DefinitionPages.FieldOf(refusal, field));
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await register.FindAsync(Id, Number, ct) is not { } row || await register.FileAsync(Id, Number, ct) is not { } file)
            return NotFound();
        Row = row;
        Findings = FindingView.Of(row.Findings, file.Text);
        Definition = check.Read(file.Text, Id).Definition;
        Process = Definition is null ? null : processes.OfDefinition(Definition);
        Anchors = (Definition?.Activities ?? []).Select((node, index) => (node.Id, index))
            .ToDictionary(one => one.Id, one => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"activity-{one.index}"),
                StringComparer.Ordinal);
        Items = [.. (await uses.ItemsAsync(Id, ct)).Where(use => use.IsCurrent)];
        return Page();
    }

    /// <summary>A service item and a reason.</summary>
    internal sealed class UseModel
    {
        /// <summary>The service item's code.</summary>
        [Display(Name = "Definitions.Use.Item")]
        public string? Item { get; set; }

        /// <summary>Why.</summary>
        [MaxLength(DecisionRules.LongestReason), DataType(System.ComponentModel.DataAnnotations.DataType.MultilineText), Display(Name = "Definitions.Reason")]
        public string? Reason { get; set; }
    }
}

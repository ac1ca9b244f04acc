using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>One parameter: what holds, what held and what comes; and the form of a change.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class ParameterModel(
    ParameterTable parameters, ParameterChanges changes, RuleHistory history, PortalTimeZone zone, IStringLocalizer texts) : RuleEditModel
{
    /// <summary>Its key.</summary>
    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>The new value.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What holds today, or else what comes first.</summary>
    public Parameter Present { get; private set; } = null!;

    /// <summary>All values by time, the newest first.</summary>
    public IReadOnlyList<Parameter> Values => [.. parameters.Of(Key).Reverse()];

    /// <summary>The choices of a yes or no.</summary>
    public IReadOnlyList<FieldOption>? Flags => Present.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? [new("true", texts["Rules.Yes"]), new("false", texts["Rules.No"])]
        : null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        var open = MayWrite ? Open?.Change : null;
        Input = new InputModel
        {
            Value = ParameterBounds.Show(open is null ? Present.Value : RuleWords.ValueOf(open)),
            Unit = Present.Unit,
            Revision = open?.Revision ?? 0,
        };
        Draft = open is null ? new RuleDraftInput { ValidFrom = zone.Today.AddDays(1) } : RuleDraftInput.Of(open);
        return Page();
    }

    /// <summary>Begins a draft, or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!RuleDraftInput.IsValid(this, Draft)) return Page();
        var input = new ParameterInput(Input.Value, Input.Unit);
        var operation = this.Begin(Guid.Empty, "RuleDrafting");
        var result = Open is { } open && Input.Revision > 0
            ? await changes.EditAsync(User.Actor(), open.Change.Id, Input.Revision, input, Draft.ToDraft(), operation, ct)
            : await changes.WriteAsync(User.Actor(), Key, input, Draft.ToDraft(), operation, ct);
        if (result.Succeeded) return this.RedirectWithBanner("Change", "Rules.Drafted", new { id = result.Value.Id });
        this.AddRefusal(result.Refusal, RuleDraftInput.FieldOf(result.Refusal) ?? FieldOf(result.Refusal));
        return Page();
    }

    private static string FieldOf(Refusal refusal) =>
        refusal is RuleValueNotNumber or RuleValueNotWhole or RuleValueTooSmall or RuleValueTooLarge
        or RuleValueNotOfForm or RuleValueNotYesOrNo or RuleUnitDiffers or RuleUnchanged ? "Input.Value" : "";

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (parameters.On(zone.Today).FirstOrDefault(one => one.Key == Key) is not { } present) return false;
        Present = present;
        Changes = await history.OfAsync(RuleChangeKind.Parameter, Key, ct);
        return true;
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>The new value.</summary>
        [Required, MaxLength(2000), Display(Name = "Rules.NewValue")]
        public string? Value { get; set; }

        /// <summary>The unit in which it is meant.</summary>
        public ParameterUnit Unit { get; set; }

        /// <summary>The revision of the draft that is edited; 0 for a new one.</summary>
        public int Revision { get; set; }
    }
}

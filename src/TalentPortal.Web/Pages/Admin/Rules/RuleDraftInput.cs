using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>What the form of every change asks beside the rule itself.</summary>
internal sealed class RuleDraftInput
{
    /// <summary>From when it is to hold.</summary>
    [Required, Display(Name = "Rules.ValidFrom")]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>How far it can be trusted.</summary>
    [Required, Display(Name = "Admin.Column.Provenance")]
    public Provenance? Provenance { get; set; }

    /// <summary>The document behind it.</summary>
    [Required, MaxLength(RuleDraft.LongestSource), Display(Name = "Rules.Source")]
    public string? Source { get; set; }

    /// <summary>Why it is changed.</summary>
    [Required, MaxLength(RuleDraft.LongestReason), DataType(DataType.MultilineText), Display(Name = "Rules.Reason")]
    public string? Reason { get; set; }

    /// <summary>What was typed.</summary>
    public RuleDraft ToDraft() => new(ValidFrom!.Value, Provenance!.Value, Source, Reason);

    /// <summary>Whether all of a page's input is there, even where a program sends nothing of the draft.</summary>
    public static bool IsValid(PageModel page, RuleDraftInput draft)
    {
        page.ModelState.ClearValidationState("Draft");
        return page.TryValidateModel(draft, "Draft") && page.ModelState.IsValid;
    }

    /// <summary>As a draft says.</summary>
    public static RuleDraftInput Of(RuleChange change) =>
        new() { ValidFrom = change.ValidFrom, Provenance = change.Provenance, Source = change.Source, Reason = change.Reason };

    /// <summary>The field that a refusal is about; null for another one.</summary>
    public static string? FieldOf(Refusal refusal) => refusal switch
    {
        RuleFromPast or BenefitBeforeNewest => "Draft.ValidFrom",
        RuleSourceMissing => "Draft.Source",
        RuleReasonMissing => "Draft.Reason",
        _ => null,
    };
}

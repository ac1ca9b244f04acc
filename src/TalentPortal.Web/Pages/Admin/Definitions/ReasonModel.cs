using System.ComponentModel.DataAnnotations;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>A reason that is asked for.</summary>
internal sealed class ReasonModel
{
    /// <summary>Why.</summary>
    [MaxLength(DecisionRules.LongestReason), DataType(DataType.MultilineText), Display(Name = "Definitions.Reason")]
    public string? Reason { get; set; }
}

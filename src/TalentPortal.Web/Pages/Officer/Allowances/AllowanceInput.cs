using System.ComponentModel.DataAnnotations;
using TalentPortal.Core.Allowances;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>What is typed: each form of the allowance's page sends its own part.</summary>
internal sealed class AllowanceInput
{
    /// <summary>The revision that was shown.</summary>
    public int Revision { get; set; }

    /// <summary>First day of the period.</summary>
    [Display(Name = "Allowances.Desk.Period")]
    public DateOnly? PeriodFrom { get; set; }

    /// <summary>Whether the holder worked in the district.</summary>
    [Display(Name = "Allowances.Desk.Employed")]
    public bool? Employed { get; set; }

    /// <summary>Months of social insurance.</summary>
    [Display(Name = "Allowances.Desk.Months")]
    public int? InsuranceMonths { get; set; }

    /// <summary>From what it is known.</summary>
    [MaxLength(AllowanceDesk.LongestSource), Display(Name = "Allowances.Desk.Source")]
    public string? Source { get; set; }

    /// <summary>The last day.</summary>
    [Display(Name = "Allowances.Desk.EndOn")]
    public DateOnly? EndOn { get; set; }

    /// <summary>Why it ends.</summary>
    [MaxLength(AllowanceDesk.LongestReason), DataType(DataType.MultilineText), Display(Name = "Allowances.Desk.EndReason")]
    public string? EndReason { get; set; }

    /// <summary>First day of the period that is claimed back; null where it is no single one.</summary>
    [Display(Name = "Returns.ClaimPeriod")]
    public DateOnly? ClaimPeriod { get; set; }

    /// <summary>What is claimed back.</summary>
    [Display(Name = "Allowances.Desk.Amount")]
    public decimal? Amount { get; set; }

    /// <summary>Why it is claimed back.</summary>
    [MaxLength(AllowanceDesk.LongestReason), DataType(DataType.MultilineText), Display(Name = "Allowances.Desk.ClaimReason")]
    public string? ClaimReason { get; set; }

    /// <summary>Of which recovery something came back.</summary>
    [Display(Name = "Allowances.Desk.Recovery")]
    public Guid? RecoveryId { get; set; }

    /// <summary>How much came back.</summary>
    [Display(Name = "Allowances.Desk.Received")]
    public decimal? Received { get; set; }

    /// <summary>When it came back.</summary>
    [Display(Name = "Allowances.Desk.ReceivedOn")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Which recovery is kept back.</summary>
    [Display(Name = "Allowances.Desk.Recovery")]
    public Guid? SetOffRecoveryId { get; set; }

    /// <summary>Why it is kept back.</summary>
    [MaxLength(AllowanceDesk.LongestReason), DataType(DataType.MultilineText), Display(Name = "Allowances.Desk.SetOffReason")]
    public string? SetOffReason { get; set; }
}

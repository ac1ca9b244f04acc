using System.ComponentModel.DataAnnotations;
using TalentPortal.Core.Ratings.Handling;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>What is typed in the forms of a bad rating; each form sends its own fields.</summary>
internal sealed class RatingInput
{
    /// <summary>Why the rater's name and phone are needed.</summary>
    [MaxLength(RatingHandling.LongestNote), DataType(DataType.Text), Display(Name = "Ratings.Handle.Reason")]
    public string? Reason { get; set; }

    /// <summary>When the contact was.</summary>
    [Display(Name = "Ratings.Handle.On")]
    public DateOnly? On { get; set; }

    /// <summary>How.</summary>
    [Display(Name = "Ratings.Handle.Way")]
    public ContactWay Way { get; set; }

    /// <summary>Whether somebody was there.</summary>
    [Display(Name = "Ratings.Handle.Reached")]
    public bool Reached { get; set; } = true;

    /// <summary>What came of it.</summary>
    [MaxLength(RatingHandling.LongestNote), DataType(DataType.MultilineText), Display(Name = "Ratings.Handle.Note")]
    public string? Note { get; set; }

    /// <summary>What was put right.</summary>
    [MaxLength(RatingHandling.LongestNote), DataType(DataType.MultilineText), Display(Name = "Ratings.Handle.Result")]
    public string? Result { get; set; }

    /// <summary>Why the unit appeals.</summary>
    [MaxLength(RatingHandling.LongestNote), DataType(DataType.MultilineText), Display(Name = "Ratings.Appeal.Reason")]
    public string? AppealReason { get; set; }

    /// <summary>What shows it.</summary>
    [MaxLength(RatingHandling.LongestNote), DataType(DataType.MultilineText), Display(Name = "Ratings.Appeal.Evidence")]
    public string? AppealEvidence { get; set; }

    /// <summary>Whether the appeal is right.</summary>
    [Display(Name = "Ratings.Appeal.Decision")]
    public bool? Upheld { get; set; }

    /// <summary>What was found.</summary>
    [MaxLength(RatingHandling.LongestNote), DataType(DataType.MultilineText), Display(Name = "Ratings.Appeal.Finding")]
    public string? Finding { get; set; }
}

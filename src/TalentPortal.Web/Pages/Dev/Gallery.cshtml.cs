using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Dev;

/// <summary>Every component once, for eyes and for browser tests; Development only. A POST shows the errors.</summary>
public sealed class GalleryModel(IStringLocalizer texts, DisplayFormat display, TimeProvider clock) : PageModel
{
    /// <summary>compact for the workplace's density.</summary>
    [FromQuery]
    public string? Density { get; set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public GalleryInput Input { get; set; } = new();

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Steps of a case.</summary>
    public IReadOnlyList<StepView> Steps =>
    [
        new(texts["Gallery.Step.Apply"], StepState.Done),
        new(texts["Gallery.Step.Check"], StepState.Done),
        new(texts["Gallery.Step.Experts"], StepState.Current, texts["Gallery.Step.ExpertsLong"]),
        new(texts["Gallery.Step.Notice"], StepState.Todo),
    ];

    /// <summary>A clock that stands.</summary>
    public ClockView Clock => new(12, 30, new DueView(DueLight.Grey))
    {
        StoppedBecause = texts["Gallery.Clock.Because"],
        LatestOn = Today.AddDays(48),
        IsProvisional = true,
        PastStops = [new(Today.AddDays(-20), Today.AddDays(-18), texts["Gallery.Clock.PastStop"])],
        DaysHref = "#days",
    };

    /// <summary>What happened.</summary>
    public IReadOnlyList<TimelineView> Points =>
    [
        new(texts["Gallery.Step.ExpertsLong"]) { At = Now, Kind = TimelineKind.Pause, Text = texts["Gallery.Clock.Because"] },
        new(texts["Gallery.Step.Check"]) { At = Now.AddDays(-3) },
        new(texts["Gallery.Step.Apply"]) { At = Now.AddDays(-9) },
    ];

    /// <summary>A question answered with files.</summary>
    public FileFieldView Papers => new()
    {
        Name = "Papers",
        Label = texts["Gallery.Papers"],
        MaxBytes = 10 * 1024 * 1024,
        MaxFiles = 3,
        UploadHref = "/dev/gallery?handler=upload",
        Files =
        [
            new("1", "list-2026.pdf", 1_258_291, "application/pdf") { Note = texts["Gallery.Checked"], RemoveHref = "?handler=remove" },
        ],
    };

    /// <summary>Shown only when the box is ticked.</summary>
    public Condition WhenAgreed { get; } = new Condition.Compare(
        new ValueExpression.Field("Input.Agreed"), Comparison.Eq, new ValueExpression.Literal(new AnswerValue.YesNo(Value: true)));

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Shows the form again: its checks have run.</summary>
    public PageResult OnPost() => Page();

    /// <summary>Answers an upload with its row.</summary>
    public IActionResult OnPostUpload(IFormFile? papers)
    {
        if (papers is null) return BadRequest();
        return Partial("_FileRow", new FileView("new", papers.FileName, papers.Length, papers.ContentType));
    }

    /// <summary>Takes what autosave sends.</summary>
    public JsonResult OnPostSave() => new(new { SavedAt = display.Time(Now) });
}

/// <summary>One property for each control.</summary>
public sealed class GalleryInput
{
    /// <summary>Text.</summary>
    [Required, StringLength(40), Display(Name = "Gallery.Name")]
    public string? Name { get; set; }

    /// <summary>Number.</summary>
    [Required, Range(1, 500), Display(Name = "Gallery.Scale")]
    public decimal? Scale { get; set; }

    /// <summary>Day.</summary>
    [Display(Name = "Gallery.Since")]
    public DateOnly? Since { get; set; }

    /// <summary>List.</summary>
    [Required, Display(Name = "Gallery.Status")]
    public ApplicationStatus? Status { get; set; }

    /// <summary>Long text.</summary>
    [MaxLength(300), DataType(DataType.MultilineText), Display(Name = "Gallery.Done")]
    public string? Done { get; set; }

    /// <summary>A box.</summary>
    [Display(Name = "Gallery.Agreed")]
    public bool Agreed { get; set; }

    /// <summary>Shown when the box is ticked.</summary>
    [EmailAddress, DataType(DataType.EmailAddress), Display(Name = "Gallery.Mail")]
    public string? Mail { get; set; }
}

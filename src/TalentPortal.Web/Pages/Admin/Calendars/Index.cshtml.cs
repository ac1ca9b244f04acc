using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.CalendarChanges;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Calendars;

/// <summary>The calendars as they count today; a year is brought in or changed here, after a look at what it would move.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class IndexModel(
    WorkingCalendar calendar, CalendarPreviews previews, CalendarImport import, PortalTimeZone zone, IStringLocalizer texts) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; } = Ids.New();

    /// <summary>Every year of every layer, the latest first.</summary>
    public IEnumerable<RecordedYear> Rows => calendar.Layers
        .SelectMany(layer => calendar.YearsOf(layer).Select(year => new RecordedYear(layer, year))).OrderByDescending(row => row.Year.Year);

    /// <summary>The years ahead that are not known; the next one from the moment it matters.</summary>
    public IReadOnlyList<int> Missing => [.. new[] { zone.Today.Year, zone.Today.Year + 1 }.Where(year => !calendar.Knows(year))];

    /// <summary>The layers to choose from.</summary>
    public IReadOnlyList<FieldOption> Layers => [.. calendar.Layers.Select(layer => new FieldOption(layer, NameOf(layer)))];

    /// <summary>The year that was looked at; null before.</summary>
    public CalendarYear? Year { get; private set; }

    /// <summary>What it would move; null before.</summary>
    public CalendarPreview? Preview { get; private set; }

    /// <summary>Shows the calendars, or one year to edit.</summary>
    public void OnGet(string? layer, int? year)
    {
        Input.Layer = layer ?? WorkingCalendar.NationalLayer;
        if (calendar.YearsOf(Input.Layer).FirstOrDefault(one => one.Year == year) is not { } known) return;
        (Input.Text, Input.Source) = (CalendarText.ToLines(known), known.Source);
    }

    /// <summary>Shows what a year would move.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (Read() is { } year) (Year, Preview) = (year.Year, await previews.OfAsync(year, ct));
        return Page();
    }

    /// <summary>Brings it in.</summary>
    public async Task<IActionResult> OnPostApplyAsync(CancellationToken ct)
    {
        if (Read() is not { } year) return Page();
        var result = await import.RunAsync(
            User.Actor(), year, Input.Source ?? "", this.Begin(OperationId, "CalendarImporting", nameof(PortalRole.Administrator)), ct);
        if (result.Succeeded)
        {
            return this.RedirectWithBanner("Index", "Clocks.Calendars.Done", routeValues: null, "ok",
                year.Year.Year.ToString(CultureInfo.InvariantCulture), result.Value.ToString(CultureInfo.InvariantCulture));
        }

        this.AddRefusal(result.Refusal, result.Refusal is CalendarSourceMissing ? "Input.Source" : "");
        return Page();
    }

    /// <summary>A layer in the reader's language.</summary>
    public string NameOf(string layer) => texts["Clocks.Layer." + layer] is { ResourceNotFound: false } known ? known : layer;

    private RecordedYear? Read()
    {
        var year = CalendarText.Read(Input.Text);
        if (!year.Succeeded) this.AddRefusal(year.Refusal, "Input.Text");
        if (!calendar.Layers.Contains(Input.Layer ?? "", StringComparer.Ordinal))
            this.AddRefusal(new CalendarLayerUnknown(), "Input.Layer");
        if (string.IsNullOrWhiteSpace(Input.Source))
            this.AddRefusal(new CalendarSourceMissing(CalendarImport.LongestSource), "Input.Source");
        return ModelState.IsValid ? new RecordedYear(Input.Layer!, year.Value) : null;
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Which calendar.</summary>
        [Display(Name = "Clocks.Calendars.Layer")]
        public string? Layer { get; set; }

        /// <summary>Its days.</summary>
        [MaxLength(CalendarText.Longest), DataType(DataType.MultilineText), Display(Name = "Clocks.Calendars.Text")]
        public string? Text { get; set; }

        /// <summary>Which notice set them.</summary>
        [MaxLength(CalendarImport.LongestSource), Display(Name = "Clocks.Calendars.Source")]
        public string? Source { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Jobs;
using TalentPortal.Web.Hosting;
using TalentPortal.Web.Presentation;

namespace TalentPortal.Web.Pages.Dev;

/// <summary>Moves the portal's clock, so that a case can be played through its notices and deadlines.</summary>
internal sealed class ClockModel(
    PortalClock clock, ClockOffset offset, WorkingCalendar calendar, PortalTimeZone zone, WorkSignal signal) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What the portal takes for now, UTC.</summary>
    public DateTimeOffset Now => zone.Now;

    /// <summary>Whether the clock is moved at all.</summary>
    public bool IsMoved => clock.Offset != TimeSpan.Zero;

    /// <summary>Moves the clock on by working days.</summary>
    public Task<IActionResult> OnPostDaysAsync(CancellationToken ct) =>
        Input.WorkingDays is { } days ? MoveToAsync(calendar.AddWorkingDays(zone.Today, days).On, ct) : AgainAsync("Input.WorkingDays");

    /// <summary>Moves the clock to a day.</summary>
    public Task<IActionResult> OnPostDateAsync(CancellationToken ct) =>
        Input.On is { } on ? MoveToAsync(on, ct) : AgainAsync("Input.On");

    /// <summary>Sets the clock right.</summary>
    public Task<IActionResult> OnPostResetAsync(CancellationToken ct) => SetAsync(TimeSpan.Zero, ct);

    private Task<IActionResult> MoveToAsync(DateOnly on, CancellationToken ct)
    {
        if (!ModelState.IsValid) return Task.FromResult<IActionResult>(Page());
        var days = on.DayNumber - zone.Today.DayNumber;
        return SetAsync(clock.Offset + TimeSpan.FromDays(days), ct);
    }

    private async Task<IActionResult> SetAsync(TimeSpan moved, CancellationToken ct)
    {
        await offset.SetAsync(moved, ct);
        signal.Raise();
        return this.RedirectWithBanner("Clock", "Dev.Clock.Moved");
    }

    private Task<IActionResult> AgainAsync(string field)
    {
        ModelState.AddModelError(field, "");
        return Task.FromResult<IActionResult>(Page());
    }

    /// <summary>Where to.</summary>
    internal sealed class InputModel
    {
        /// <summary>Working days on; negative goes back.</summary>
        [Range(-260, 260), Display(Name = "Dev.Clock.WorkingDays")]
        public int? WorkingDays { get; set; }

        /// <summary>A local day.</summary>
        [Display(Name = "Dev.Clock.On")]
        public DateOnly? On { get; set; }
    }
}

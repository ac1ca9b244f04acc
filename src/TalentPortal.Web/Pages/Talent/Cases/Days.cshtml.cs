using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Web.Presentation.Clocks;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>How each day of the promised time counted, and why.</summary>
public sealed class DaysModel(OwnApplications applications, CaseReader reader, CaseClock clock, ClockStories stories) : PageModel
{
    /// <summary>The application.</summary>
    public OwnApplication Own { get; private set; } = null!;

    /// <summary>The clock; null before acceptance.</summary>
    public CaseDeadline? Promise { get; private set; }

    /// <summary>Its days.</summary>
    public IReadOnlyList<ClockDay> Days { get; private set; } = [];

    /// <summary>Why its last day is what it is.</summary>
    public ClockStoryView Story { get; private set; } = new([], []);

    /// <summary>What a day meant, in words.</summary>
    public string Words(ClockDay day) => clock.Words(day, Own.Item);

    /// <summary>Shows the days.</summary>
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        if (await applications.FindAsync(User.Actor(), number, ct) is not { } own) return NotFound();
        Own = own;
        Promise = (await reader.ReadAsync(own, ct)).Promise;
        if (Promise is null) return Page();
        Days = clock.Days(Promise);
        Story = await stories.ReadAsync(Promise, own.Item, ct);
        return Page();
    }
}

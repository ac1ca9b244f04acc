using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>Who holds which role where, from when to when.</summary>
[RequirePermission(Permission.GrantRights)]
internal sealed class AppointmentsModel(PortalDbContext db, IMapper mapper) : PageModel
{
    private const int PageSize = 100;

    /// <summary>The last appointment of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The appointments, in the order of their recording.</summary>
    public IReadOnlyList<AppointmentRow> Rows { get; private set; } = [];

    /// <summary>The pager below the table.</summary>
    public PagerView Pager { get; private set; } = new(PreviousHref: null, NextHref: null);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await (from held in db.Appointments.AsNoTracking()
                          join user in db.Users.AsNoTracking() on held.UserId equals user.Id
                          join unit in db.Organisations.AsNoTracking() on held.OrganisationId equals unit.Id
                          where After == null || held.Id > After
                          orderby held.Id
                          select new AppointmentParts { Held = held, User = user, Unit = unit })
            .Take(PageSize + 1).ProjectTo<AppointmentRow>(mapper.ConfigurationProvider).ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Pager = new PagerView(After is null ? null : Url.Page("Appointments"),
            rows.Count > PageSize ? Url.Page("Appointments", new { after = Rows[^1].Id }) : null);
    }
}

using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>Who holds which role where, from when to when.</summary>
[RequirePermission(Permission.GrantRights)]
internal sealed class AppointmentsModel(PortalDbContext db, IMapper mapper, ListDesk desk) : ListPageModel<AppointmentRow>(desk)
{
    private const int PageSize = 100;

    /// <summary>The last appointment of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The appointments, in the order of their recording.</summary>
    public IReadOnlyList<AppointmentRow> Rows { get; private set; } = [];

    /// <summary>The pager below the table.</summary>
    public PagerView Pager { get; private set; } = new(PreviousHref: null, NextHref: null);

    /// <inheritdoc />
    protected override ListDeclaration<AppointmentRow> List => AppointmentColumns.List;

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        var rows = await ReadAsync(After, PageSize + 1, ct);
        Rows = [.. rows.Take(PageSize)];
        Pager = new PagerView(After is null ? null : Url.Page("Appointments"),
            rows.Count > PageSize ? Url.Page("Appointments", new { after = Rows[^1].Id }) : null);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<AppointmentRow>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of<IReadOnlyList<AppointmentRow>>(await ReadAsync(after: null, most + 1, ct));

    private Task<List<AppointmentRow>> ReadAsync(Guid? after, int most, CancellationToken ct) =>
        (from held in db.Appointments.AsNoTracking()
         join user in db.Users.AsNoTracking() on held.UserId equals user.Id
         join unit in db.Organisations.AsNoTracking() on held.OrganisationId equals unit.Id
         where after == null || held.Id > after
         orderby held.Id
         select new AppointmentParts { Held = held, User = user, Unit = unit })
        .Take(most).ProjectTo<AppointmentRow>(mapper.ConfigurationProvider).ToListAsync(ct);
}

using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>An author's drafts and cases.</summary>
public sealed class IndexModel(PortalDbContext db, IMapper mapper, ServiceItems items, CaseClock clock, PortalWords words) : PageModel
{
    private const int PageSize = 20;

    /// <summary>The page, from 1.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Drafts, open cases, closed cases: those that have any.</summary>
    public IReadOnlyList<(string TextKey, IReadOnlyList<CaseRow> Rows)> Groups { get; private set; } = [];

    /// <summary>To the pages before and after.</summary>
    public PagerView Pager { get; private set; } = null!;

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var userId = User.Actor().UserId;
        var mine = db.Applications.AsNoTracking()
            .Where(a => a.CreatedBy == userId && !(a.Status == ApplicationStatus.Withdrawn && a.SubmittedAt == null));
        var found = await (from application in mine
                           join file in db.Cases.AsNoTracking() on application.CaseId equals file.Id
                           orderby application.ClosedAt != null, application.SavedAt descending, application.CaseId
                           select new OwnCaseParts { Application = application, Case = file })
            .Skip((PageNumber - 1) * PageSize).Take(PageSize + 1).ProjectTo<OwnCase>(mapper.ConfigurationProvider).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        var ids = shown.Select(row => row.CaseId).ToList();
        var clocks = (await db.Deadlines.AsNoTracking()
            .Where(d => ids.Contains(d.CaseId) && d.Kind == DeadlineKind.Promise && d.EndedOn == null).ToListAsync(ct))
            .ToLookup(d => d.CaseId);
        Groups = [.. shown.Select(row => Row(row, clocks[row.CaseId].FirstOrDefault()))
            .GroupBy(row => Group(row.Status), StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<CaseRow>)[.. group]))];
        Pager = new PagerView(
            PageNumber > 1 ? $"/cases?page={PageNumber - 1}" : null,
            found.Count > PageSize ? $"/cases?page={PageNumber + 1}" : null,
            PageNumber > 1 ? words.Texts["Applications.Cases.Page", PageNumber].Value : null);
    }

    private CaseRow Row(OwnCase row, CaseDeadline? promise) => new()
    {
        CaseId = row.CaseId,
        Number = row.Number is { } number && CaseNumber.Parse(number) is { Succeeded: true } parsed ? parsed.Value.ToString() : null,
        Status = row.Status,
        Name = items.Find(row.ServiceItemCode)?.Item.Name.ToString() ?? row.ServiceItemCode,
        ForSomebody = row.IsOnBehalf && row.SubjectName.Length > 0 ? row.SubjectName : null,
        SavedAt = row.SavedAt,
        SubmittedAt = row.SubmittedAt,
        Due = clock.Light(promise, items.Find(row.ServiceItemCode)?.Item),
    };

    private static string Group(ApplicationStatus status) => status is ApplicationStatus.Draft ? "Applications.Cases.Drafts"
        : ApplicationStatuses.Final.Contains(status) ? "Applications.Cases.Closed"
        : "Applications.Cases.Open";
}

/// <summary>One draft or case of the list.</summary>
public sealed record CaseRow
{
    /// <summary>Key.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The number in groups; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApplicationStatus Status { get; init; }

    /// <summary>The service item's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whom it is for, when for somebody else.</summary>
    public string? ForSomebody { get; init; }

    /// <summary>When it was last saved, UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The light of the promised time; null while no clock runs.</summary>
    public DueView? Due { get; init; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Applications;

/// <summary>The last step before a draft: for oneself, or for somebody else on a stated ground.</summary>
public sealed class StartModel(ApplicationDrafts drafts, ServiceItems items, BenefitRoutes routes, PortalDbContext db, TimeProvider time)
    : PageModel
{
    /// <summary>The item.</summary>
    public ServiceItem Item { get; private set; } = null!;

    /// <summary>Drafts of this item that wait, the newest first.</summary>
    public IReadOnlyList<(Guid Id, DateTimeOffset SavedAt)> Drafts { get; private set; } = [];

    /// <summary>The page's id, so that a double post begins one draft.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Code of the benefit that is meant, where the way here said so; it stands in the draft already.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Benefit { get; set; }

    /// <summary>On what ground the draft is for somebody else.</summary>
    [BindProperty]
    public string? OnBehalfBasis { get; set; }

    /// <summary>What is wrong with the ground; null when nothing is.</summary>
    public string? BasisError { get; private set; }

    /// <summary>Shows the choice.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] string key, CancellationToken ct)
    {
        if (items.FindListed(key) is not { } version) return NotFound();
        return await DrawAsync(version.Item, ct);
    }

    /// <summary>Begins a draft for oneself.</summary>
    public Task<IActionResult> OnPostAsync([FromRoute] string key, CancellationToken ct) => BeginAsync(key, onBehalfBasis: null, ct);

    /// <summary>Begins a draft for somebody else.</summary>
    public async Task<IActionResult> OnPostOtherAsync([FromRoute] string key, CancellationToken ct)
    {
        if (items.FindListed(key) is not { } version) return NotFound();
        OnBehalfBasis = OnBehalfBasis?.Trim();
        if (OnBehalfBasis is null or { Length: < ApplicationDrafts.ShortestBasis or > ApplicationDrafts.LongestBasis })
        {
            BasisError = "Applications.Basis.TooShort";
            return await DrawAsync(version.Item, ct);
        }

        return await BeginAsync(key, OnBehalfBasis, ct);
    }

    private async Task<IActionResult> BeginAsync(string key, string? onBehalfBasis, CancellationToken ct)
    {
        if (items.FindListed(key) is not { } version) return NotFound();
        var actor = User.Actor();
        var operation = Operation.Begin(OperationId, "DraftStarting", actor.UserId, role: null, time);
        var started = await drafts.StartAsync(actor, version.Item.Code, onBehalfBasis, FirstAnswers(version.Item), operation, ct);
        if (started.Succeeded) return RedirectToPage("Section", new { id = started.Value });
        this.AddRefusal(started.Refusal);
        return await DrawAsync(version.Item, ct);
    }

    private FormAnswers FirstAnswers(ServiceItem item) =>
        routes.Current.Any(route => route.IsNamed && route.ItemCode == item.Code && route.Benefit == Benefit)
            ? FormAnswers.Empty.With(BenefitRoutes.Question, new AnswerValue.Text(Benefit!)) : FormAnswers.Empty;

    private async Task<IActionResult> DrawAsync(ServiceItem item, CancellationToken ct)
    {
        (Item, OperationId) = (item, Ids.New());
        var userId = User.Actor().UserId;
        var found = await db.Applications.AsNoTracking()
            .Where(a => a.CreatedBy == userId && a.ServiceItemCode == item.Code && a.Status == ApplicationStatus.Draft)
            .OrderByDescending(a => a.SavedAt).Take(5).Select(a => new { a.CaseId, a.SavedAt }).ToListAsync(ct);
        Drafts = [.. found.Select(draft => (draft.CaseId, draft.SavedAt))];
        return Page();
    }
}

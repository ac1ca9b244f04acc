using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>
/// Finds cases within reach by number, citizen number, name or organisation. The search is posted: what is typed must not stand
/// in addresses, histories and logs.
/// </summary>
internal sealed class IndexModel(CaseListQuery cases, CaseSearchReader searches, ListDesk desk) : CaseSearchModel(cases, searches, desk)
{
    private const int PageSize = 50;

    /// <summary>What was found; null when the term is none.</summary>
    public CaseListPage? Found { get; private set; }

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        var asked = Asked("Term");
        if (asked.Succeeded) Found = await Cases.ReadAsync(User.Actor(), asked.Value, after: null, PageSize, ct);
    }
}

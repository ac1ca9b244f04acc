using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Search;

/// <summary>
/// One search box for tasks and cases within reach. The search is posted: what is typed must not stand in addresses, histories and logs.
/// </summary>
internal sealed class IndexModel(InboxQuery inbox, CaseListQuery cases, CaseSearchReader searches, ListDesk desk)
    : CaseSearchModel(cases, searches, desk)
{
    private const int MostCases = 50;

    /// <summary>Open tasks that were found; null before a search.</summary>
    public IReadOnlyList<InboxRow>? Tasks { get; private set; }

    /// <summary>Cases that were found.</summary>
    public CaseListPage? Found { get; private set; }

    /// <summary>How many cases, where counting did not end before the last.</summary>
    public string Counted => OfficerPages.Counted(Found!.Total, CaseListPage.MostCounted);

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        var asked = Asked("Term");
        if (!asked.Succeeded || asked.Value.Search is not { } search) return;
        Tasks = await inbox.SearchAsync(User.Actor(), search, ct);
        Found = await Cases.ReadAsync(User.Actor(), asked.Value, after: null, MostCases, ct);
    }
}

using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Leader;

/// <summary>The list behind a figure of the leaders' page: names masked, no file behind it for those who may not read files.</summary>
internal sealed class CasesModel(CaseListQuery cases, ListDesk desk) : FilteredListModel<CaseListRow>(desk)
{
    private const int PageSize = 50;

    /// <summary>Where they stand.</summary>
    [BindProperty(SupportsGet = true)]
    public ApplicationStatus? Status { get; set; }

    /// <summary>Code of the service item.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    /// <summary>The town.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Town { get; set; }

    /// <summary>Whether only cases that no town checks.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Without { get; set; }

    /// <summary>Whether only those not closed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>What is shown.</summary>
    public CaseListPage Found { get; private set; } = null!;

    /// <summary>Whether the reader may open every case of the district.</summary>
    public bool HasLinks => User.Actor().Can(Permission.ReadDistrict);

    /// <summary>The pager below the table.</summary>
    public PagerView Pager => new(After is null ? null : Href(after: null), Found.Next is null ? null : Href(Found.Next));

    /// <inheritdoc />
    protected override ListDeclaration<CaseListRow> List => CaseColumns.Leader;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter =>
        [("status", Status), ("item", Item), ("town", Town), ("without", Without), ("open", Open)];

    private CaseListFilter Asked => new()
    {
        Status = Status,
        ServiceItem = Item,
        TownId = Town,
        WithoutTown = Without,
        OnlyOpen = Open,
        Order = CaseColumns.OrderOf(Head.Sort),
    };

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Found = await cases.ReadDistrictAsync(Asked, After, PageSize, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<CaseListRow>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of((await cases.ReadDistrictAsync(Asked, after: null, most + 1, ct)).Rows);

    private string Href(string? after) =>
        Url.Page("Cases", new { status = Status, item = Item, town = Town, without = Without, open = Open, after })!;
}

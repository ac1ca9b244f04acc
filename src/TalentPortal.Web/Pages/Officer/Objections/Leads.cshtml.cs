using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>Leads that came without a name, the newest first.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class LeadsModel(NoticeLeads leads, ListDesk desk) : FilteredListModel<LeadRow>(desk)
{
    private const int MostShown = 200;

    /// <summary>About which notice; null for all.</summary>
    [FromQuery(Name = "notice")]
    public Guid? Notice { get; set; }

    /// <summary>What is shown.</summary>
    public IReadOnlyList<LeadRow> Rows { get; private set; } = [];

    /// <summary>The title of the notice that is looked at; null where that has no leads, or all are shown.</summary>
    public string? NoticeTitle => Notice is not null && Rows is [var first, ..] ? first.NoticeTitle : null;

    /// <inheritdoc />
    protected override ListDeclaration<LeadRow> List => LeadColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("notice", Notice)];

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Rows = await ReadAsync(MostShown, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<LeadRow>>> RowsAsync(int most, CancellationToken ct) => Result.Of(await ReadAsync(most + 1, ct));

    private async Task<IReadOnlyList<LeadRow>> ReadAsync(int most, CancellationToken ct) =>
        List.Sorted(await leads.ListAsync(Notice, most, ct), Head.Sort, Head.Words);
}

using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notices;

/// <summary>The board for those who run it: from here an objection is recorded.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class IndexModel(NoticeQueries notices, ListDesk desk) : SortedListModel<NoticeRow>(desk)
{
    /// <summary>The year of publication; null for all.</summary>
    [FromQuery(Name = "year")]
    public int? Year { get; set; }

    /// <summary>Whether only those are shown that still run.</summary>
    [FromQuery(Name = "running")]
    public bool Running { get; set; }

    /// <summary>The years in which there were notices.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Whether anything is filtered.</summary>
    public bool IsFiltered => Known is not null || Running;

    /// <inheritdoc />
    protected override ListDeclaration<NoticeRow> List => NoticeColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("year", Known), ("running", Running)];

    private int? Known => Year is >= 2000 and < 3000 ? Year : null;

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        Years = await notices.YearsAsync(ct);
        await base.ShowAsync(ct);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<NoticeRow>> ReadAsync(int most, CancellationToken ct) =>
        notices.ListAsync(Known, Running, most, ct);
}

using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>Leads that came without a name, the newest first.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class LeadsModel(NoticeLeads leads, ListDesk desk) : SortedListModel<LeadRow>(desk)
{
    /// <summary>About which notice; null for all.</summary>
    [FromQuery(Name = "notice")]
    public Guid? Notice { get; set; }

    /// <summary>The title of the notice that is looked at; null where that has no leads, or all are shown.</summary>
    public string? NoticeTitle => Notice is not null && Rows is [var first, ..] ? first.NoticeTitle : null;

    /// <inheritdoc />
    protected override ListDeclaration<LeadRow> List => LeadColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("notice", Notice)];

    /// <inheritdoc />
    protected override Task<IReadOnlyList<LeadRow>> ReadAsync(int most, CancellationToken ct) => leads.ListAsync(Notice, most, ct);
}

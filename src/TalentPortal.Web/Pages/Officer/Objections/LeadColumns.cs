using TalentPortal.Core.Lists;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>What the list of leads shows. Whom a lead is about leaves the portal masked; what was said leaves it as it was said.</summary>
internal static class LeadColumns
{
    /// <summary>The list: the newest first.</summary>
    public static ListDeclaration<LeadRow> List { get; } = new("leads", "Objections.Leads", new ListSort("received", Descending: true),
    [
        new("received", "Objections.ReceivedOn", (row, _) => row.ReceivedOn) { IsFixed = true, IsSortable = true },
        new("name", "PublicNotices.Name", (row, _) => Mask.Name(row.SubjectName)) { IsFixed = true, IsSensitive = true },
        new("number", "PublicNotices.CaseNumber", (row, _) => NumberText.Grouped(row.CaseNumber)) { IsSortable = true, Width = 40 },
        new("notice", "PublicNotices.Title", (row, _) => row.NoticeTitle) { IsDefault = false, IsSortable = true, Width = 48 },
        new("content", "PublicNotices.ObjectionContent", (row, _) => row.Content) { IsSensitive = true, Width = 80 },
    ]);
}

using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>A table of cases, for the partial <c>_CaseTable</c>.</summary>
/// <param name="Head">How the reader wants it.</param>
/// <param name="Rows">The cases.</param>
/// <param name="HasLinks">Whether the reader may open them.</param>
internal sealed record CaseTable(ListHead Head, IReadOnlyList<CaseListRow> Rows, bool HasLinks)
{
    /// <summary>The columns of the reader's view.</summary>
    public IReadOnlyList<ListColumn<CaseListRow>> Columns => ((ListDeclaration<CaseListRow>)Head.List).Shown(Head.View);

    /// <summary>A value as the page writes it.</summary>
    public string Text(ListColumn<CaseListRow> column, CaseListRow row) => Head.Words.OnPage(column.Value(row, Head.Words));
}

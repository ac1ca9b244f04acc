using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>
/// A list of cases within reach that a search narrows. The search is posted, and sent along with whatever is done to the list: what
/// is typed must not stand in addresses, histories, logs and kept filters.
/// </summary>
/// <param name="cases">Lists cases.</param>
/// <param name="searches">Reads what was typed.</param>
/// <param name="desk">What every list asks.</param>
internal abstract class CaseSearchModel(CaseListQuery cases, CaseSearchReader searches, ListDesk desk) : ListPageModel<CaseListRow>(desk)
{
    private CaseSearch? search;

    /// <summary>What is looked for.</summary>
    [BindProperty]
    public string? Term { get; set; }

    /// <inheritdoc />
    protected override ListDeclaration<CaseListRow> List => CaseColumns.Search;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Carried => Term is { Length: > 0 } term
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Term"] = term } : base.Carried;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Traced => search is { } one
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["search"] = one.Kind.ToString() } : base.Traced;

    /// <summary>Lists cases.</summary>
    protected CaseListQuery Cases => cases;

    /// <summary>Searches.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => BackAsync(ct);

    /// <inheritdoc />
    protected override async Task<IActionResult> BackAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<CaseListRow>>> RowsAsync(int most, CancellationToken ct)
    {
        var asked = Asked();
        return asked.Succeeded
            ? Result.Of((await cases.ReadAsync(User.Actor(), asked.Value, after: null, most + 1, ct)).Rows)
            : asked.Refusal;
    }

    /// <summary>What the list is narrowed to, in the reader's order; a term that cannot be looked for is told.</summary>
    protected Result<CaseListFilter> Asked(string? field = null)
    {
        var read = searches.Read(Term);
        if (read.Succeeded) search = read.Value;
        else if (field is not null) this.AddRefusal(read.Refusal, field);
        return read.Succeeded ? new CaseListFilter { Search = read.Value, Order = CaseColumns.OrderOf(Head.Sort) } : read.Refusal;
    }
}

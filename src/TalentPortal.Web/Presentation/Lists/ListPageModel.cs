using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Lists;
using TalentPortal.Core.Lists.Sheets;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>
/// A page with a list: the reader chooses columns and order, and takes the list out as a sheet, all with the rights and the query of
/// the page itself.
/// </summary>
/// <param name="desk">What every list asks.</param>
/// <typeparam name="TRow">A row of the list.</typeparam>
internal abstract class ListPageModel<TRow>(ListDesk desk) : PageModel
{
    /// <summary>What stands above the list.</summary>
    public ListHead Head { get; protected set; } = null!;

    /// <summary>What every list asks.</summary>
    protected ListDesk Desk => desk;

    /// <summary>The list.</summary>
    protected abstract ListDeclaration<TRow> List { get; }

    /// <summary>The page's filter: names and values of its fields; what is null or false does not narrow.</summary>
    protected virtual IEnumerable<(string Name, object? Value)> Filter => [];

    /// <summary>Whether filters can be kept.</summary>
    protected virtual bool KeepsFilters => false;

    /// <summary>What must not stand in addresses and is sent along instead.</summary>
    protected virtual IReadOnlyDictionary<string, string> Carried => new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The filter as the audit may know it: keys and codes.</summary>
    protected virtual IReadOnlyDictionary<string, string> Traced => Head.Values;

    /// <summary>The columns of the reader's view.</summary>
    public IReadOnlyList<ListColumn<TRow>> Columns => List.Shown(Head.View);

    /// <summary>A value as the page writes it.</summary>
    public string Text(ListColumn<TRow> column, TRow row) => Head.Words.OnPage(column.Value(row, Head.Words));

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Keeps the columns, and the order that was chosen with them.</summary>
    public async Task<IActionResult> OnPostListColumnsAsync(string[] column, string? sort, CancellationToken ct)
    {
        var user = User.Actor().UserId;
        await desk.Views.KeepColumnsAsync(user, List.Key, List.Known(column), ct);
        if (List.ReadSort(sort) is { } order) await desk.Views.KeepSortAsync(user, List.Key, order, ct);
        return await BackAsync(ct);
    }

    /// <summary>Keeps the order.</summary>
    public async Task<IActionResult> OnPostListSortAsync(string? sort, CancellationToken ct)
    {
        if (List.ReadSort(sort) is { } order) await desk.Views.KeepSortAsync(User.Actor().UserId, List.Key, order, ct);
        return await BackAsync(ct);
    }

    /// <summary>Takes the whole list out as a sheet.</summary>
    public async Task<IActionResult> OnPostExportAsync(ExportPurpose? purpose, CancellationToken ct)
    {
        await OpenAsync(ct);
        if (purpose is not { } known || !Enum.IsDefined(known)) return await AnswerAsync(new ExportPurposeMissing(), "purpose", ct);
        var most = desk.MostRows;
        var rows = await RowsAsync(most, ct);
        if (!rows.Succeeded) return await AnswerAsync(rows.Refusal, "purpose", ct);
        if (rows.Value.Count > most) return await AnswerAsync(new ListTooLong(most), "purpose", ct);
        var bytes = await desk.ExportAsync(User.Actor(), Head, rows.Value, Traced, known, ct);
        return File(bytes, SheetWriter.ContentType, desk.FileNameOf(List));
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ShowAsync(CancellationToken ct);

    /// <summary>Reads all rows of the list, whatever page is shown; may stop at one more than the most.</summary>
    protected abstract Task<Result<IReadOnlyList<TRow>>> RowsAsync(int most, CancellationToken ct);

    /// <summary>The page again after something was kept; where the list came by a search, that is shown again.</summary>
    protected virtual Task<IActionResult> BackAsync(CancellationToken ct) =>
        Task.FromResult<IActionResult>(RedirectToPage(pageName: null, pageHandler: "", Values()));

    /// <summary>Reads how the reader wants the list.</summary>
    protected async Task OpenAsync(CancellationToken ct) => Head = new ListHead
    {
        List = List,
        View = await desk.Views.ReadAsync(User.Actor().UserId, List.Key, ct),
        Words = desk.Words,
        MostRows = desk.MostRows,
        Values = Values(),
        Carried = Carried,
        KeepsFilters = KeepsFilters,
    };

    /// <summary>Shows the page again, with what was refused beside its field.</summary>
    protected async Task<IActionResult> AnswerAsync(Result result, string field, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Succeeded) return await BackAsync(ct);
        if (result.Refusal is FilterNotFound) return NotFound();
        await OpenAsync(ct);
        await ShowAsync(ct);
        this.AddRefusal(result.Refusal, field);
        return Page();
    }

    /// <summary>The page's filter as an address, a kept filter and the audit have it.</summary>
    protected Dictionary<string, string> Values() => Filter.Where(one => one.Value is not (null or false or ""))
        .ToDictionary(one => one.Name, one => one.Value is true ? "true" : Convert.ToString(one.Value, CultureInfo.InvariantCulture)!,
            StringComparer.Ordinal);
}

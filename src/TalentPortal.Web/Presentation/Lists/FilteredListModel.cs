using Microsoft.AspNetCore.Mvc;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>A page with a list whose filter stands in its address: the reader keeps filters under names.</summary>
/// <param name="desk">What every list asks.</param>
/// <typeparam name="TRow">A row of the list.</typeparam>
internal abstract class FilteredListModel<TRow>(ListDesk desk) : ListPageModel<TRow>(desk)
{
    private const string NameField = "filterName";

    /// <inheritdoc />
    protected override bool KeepsFilters => true;

    /// <summary>Keeps the present filter under a name.</summary>
    public async Task<IActionResult> OnPostFilterSaveAsync(string? filterName, CancellationToken ct) =>
        await AnswerAsync(await Desk.Views.SaveAsync(User.Actor().UserId, List.Key, filterName, Values(), ct), NameField, ct);

    /// <summary>Gives an own filter another name; where none is named, nothing happens.</summary>
    public async Task<IActionResult> OnPostFilterRenameAsync(Guid? filterId, string? filterName, CancellationToken ct) => filterId is { } id
        ? await AnswerAsync(await Desk.Views.RenameAsync(User.Actor().UserId, List.Key, id, filterName, ct), NameField, ct)
        : await BackAsync(ct);

    /// <summary>Drops an own filter; where none is named, nothing happens.</summary>
    public async Task<IActionResult> OnPostFilterDropAsync(Guid? filterId, CancellationToken ct) => filterId is { } id
        ? await AnswerAsync(await Desk.Views.DropAsync(User.Actor().UserId, List.Key, id, ct), NameField, ct)
        : await BackAsync(ct);
}

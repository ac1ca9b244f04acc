using TalentPortal.Core.Kernel;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>A list that is read at once and sorted as the reader wants it: the page shows so many rows, the sheet has all.</summary>
/// <param name="desk">What every list asks.</param>
/// <typeparam name="TRow">A row of the list.</typeparam>
internal abstract class SortedListModel<TRow>(ListDesk desk) : FilteredListModel<TRow>(desk)
{
    /// <summary>How many rows a page shows; who looks for more narrows the list or takes it out.</summary>
    public const int MostShown = 200;

    /// <summary>What is shown.</summary>
    public IReadOnlyList<TRow> Rows { get; private set; } = [];

    /// <summary>Reads the rows that are asked for, at most so many.</summary>
    protected abstract Task<IReadOnlyList<TRow>> ReadAsync(int most, CancellationToken ct);

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Rows = await SortedAsync(MostShown, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<TRow>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(await SortedAsync(most + 1, ct));

    private async Task<IReadOnlyList<TRow>> SortedAsync(int most, CancellationToken ct) =>
        List.Sorted(await ReadAsync(most, ct), Head.Sort, Head.Words);
}

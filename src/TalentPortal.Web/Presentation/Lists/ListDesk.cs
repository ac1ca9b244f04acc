using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Lists;
using TalentPortal.Core.Lists.Sheets;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>What every page of a list asks: how the reader wants it, and its sheet.</summary>
internal sealed class ListDesk(ListViews views, ListExports exports, ListWords words, TimeProvider time)
{
    /// <summary>Keeps views.</summary>
    public ListViews Views => views;

    /// <summary>How values are written.</summary>
    public ListWords Words => words;

    /// <summary>Most rows of an export.</summary>
    public int MostRows => exports.MostRows;

    /// <summary>Writes an export into the audit, then makes its sheet.</summary>
    /// <param name="actor">Who takes it out.</param>
    /// <param name="head">The list as the reader sees it.</param>
    /// <param name="rows">All its rows.</param>
    /// <param name="filter">The filter as the audit may know it.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="ct">Cancels.</param>
    /// <typeparam name="TRow">A row of the list.</typeparam>
    public async Task<byte[]> ExportAsync<TRow>(
        Actor actor, ListHead head, IReadOnlyList<TRow> rows, IReadOnlyDictionary<string, string> filter, ExportPurpose purpose,
        CancellationToken ct)
    {
        var list = (ListDeclaration<TRow>)head.List;
        var columns = list.Shown(head.View);
        var held = actor.Appointments is [var first, ..] ? first : null;
        var operation = Operation.Begin(Ids.New(), "ListExporting", actor.UserId, held?.Role.ToString(), time);
        await exports.RecordAsync(new ListExport(list.Key, filter, [.. columns.Select(column => column.Key)], rows.Count, purpose),
            operation, ct);
        var who = held is null
            ? actor.DisplayName
            : $"{actor.DisplayName} ({words.Display.Pick(held.OrganisationNameZh, held.OrganisationNameEn)})";
        IStringLocalizer texts = words.Texts;
        return SheetWriter.Write(new Sheet
        {
            Title = texts[list.TitleKey],
            Mark = texts["Lists.Mark", texts[list.TitleKey].Value, who, words.Display.DateWithYear(words.Display.LocalDate(operation.At)), words.Display.Time(operation.At), purpose],
            Note = texts[columns.Any(column => column.IsSensitive) ? "Lists.Note.Sensitive" : "Lists.Note", rows.Count],
            Columns = [.. columns.Select(column => new SheetColumn(texts[column.TextKey], column.Width))],
            Rows = [.. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => words.InSheet(column.Value(row, words)))])],
        });
    }

    /// <summary>The name of an export's file.</summary>
    public string FileNameOf(ListDeclaration list) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{list.Key}-{TimeZoneInfo.ConvertTime(time.GetUtcNow(), words.Zone):yyyyMMdd-HHmm}.xlsx");
}

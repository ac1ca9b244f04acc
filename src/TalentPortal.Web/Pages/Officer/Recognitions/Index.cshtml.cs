using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Recognitions;

/// <summary>Recognitions for the talent office: by name, number or status.</summary>
[RequirePermission(Permission.IssueCertificates)]
internal sealed class IndexModel(LifeQueries recognitions, CodeTables codes, ListDesk desk) : FilteredListModel<RecognitionLifeView>(desk)
{
    private const int LongestText = 60;

    /// <summary>How a name or a number begins.</summary>
    [BindProperty(SupportsGet = true, Name = "text")]
    public string? Search { get; set; }

    /// <summary>Only this status.</summary>
    [FromQuery(Name = "status")]
    public RecognitionStatus? Status { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<RecognitionLifeView> Rows { get; private set; } = [];

    /// <inheritdoc />
    protected override ListDeclaration<RecognitionLifeView> List => RecognitionColumns.Of(Label);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("status", Status)];

    /// <summary>Not with a search, which may name a person.</summary>
    protected override bool KeepsFilters => Wanted is null;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Carried => Wanted is { } text
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = text } : base.Carried;

    /// <summary>That something was searched, not what.</summary>
    protected override IReadOnlyDictionary<string, string> Traced => Wanted is null ? Head.Values
        : new Dictionary<string, string>(Head.Values, StringComparer.Ordinal) { ["search"] = "Text" };

    private string? Wanted => string.IsNullOrWhiteSpace(Search) ? null : Search.Length > LongestText ? Search[..LongestText] : Search;

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Rows = await ReadAsync(LifeQueries.MostRows, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<RecognitionLifeView>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(await ReadAsync(most + 1, ct));

    private async Task<IReadOnlyList<RecognitionLifeView>> ReadAsync(int most, CancellationToken ct) =>
        List.Sorted(await recognitions.ListAsync(Status, Wanted, most, ct), Head.Sort, Head.Words);

    private string Label(string table, string code) => codes[table].Label(code, CultureInfo.CurrentUICulture);
}

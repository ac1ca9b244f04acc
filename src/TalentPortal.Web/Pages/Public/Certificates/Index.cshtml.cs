using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Certificates;

/// <summary>Who is recognised, by category and level; no personal value beside the name.</summary>
[NoIndex]
internal sealed class IndexModel(RecognitionQueries recognitions, CodeTables codes, DisplayFormat format) : PageModel
{
    /// <summary>Only this category.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; set; }

    /// <summary>Only this level.</summary>
    [FromQuery(Name = "level")]
    public string? Level { get; set; }

    /// <summary>Where the page begins.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>What is shown.</summary>
    public RecognitionPage List { get; private set; } = null!;

    /// <summary>Reads the list.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        (Category, Level) = (Blank(Category), Blank(Level));
        List = await recognitions.ListAsync(new RecognitionFilter(Category, Level, After), ct);
    }

    /// <summary>The choices of a filter.</summary>
    public IReadOnlyList<FieldOption> Options(string table) => [.. codes[table].ChildrenOf(parent: null, format.Today)
        .Select(item => new FieldOption(item.Code, item.Label(CultureInfo.CurrentUICulture)))];

    /// <summary>The label of a code.</summary>
    public string Label(string table, string? code) => code is null ? "" : codes[table].Label(code, CultureInfo.CurrentUICulture);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

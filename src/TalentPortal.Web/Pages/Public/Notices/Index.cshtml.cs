using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.PublicNotices;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>The board of public notices and its archive, newest first: by year, and by words of a title or a town.</summary>
internal sealed class IndexModel(NoticeQueries notices) : PageModel
{
    private const int LongestWords = 100;

    /// <summary>Where the page begins; null for the first.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>What is looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>Which year's; null for all.</summary>
    [FromQuery(Name = "year")]
    public int? Year { get; set; }

    /// <summary>What is shown.</summary>
    public NoticePage Board { get; private set; } = null!;

    /// <summary>The years in which there were notices.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Whether something is looked for.</summary>
    public bool IsSearch => Words is not null || Year is not null;

    /// <summary>The first page of what is looked for.</summary>
    public string FirstHref => Href(after: null);

    /// <summary>The next page; null on the last.</summary>
    public string? NextHref => Board.Next is null ? null : Href(Board.Next);

    /// <summary>Reads the board.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Words = Words?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } typed
            ? typed[..Math.Min(typed.Length, LongestWords)]
            : null;
        Years = await notices.YearsAsync(ct);
        if (Year is { } year && !Years.Contains(year)) Year = null;
        Board = await notices.BoardAsync(new NoticeSearch(Words, Year, After), ct);
    }

    private string Href(string? after)
    {
        var query = QueryString.Empty;
        if (Words is not null) query = query.Add("q", Words);
        if (Year is { } year) query = query.Add("year", year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (after is not null) query = query.Add("after", after);
        return "/notices" + query;
    }
}

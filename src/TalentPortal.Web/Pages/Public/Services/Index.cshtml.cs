using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Web.Pages.Public.Services;

/// <summary>All that can be applied for, searched by words; read from memory.</summary>
public sealed class IndexModel(ServiceItems items, RuleContexts rules) : PageModel
{
    /// <summary>Words to look for.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<ServiceCard> Found { get; private set; } = [];

    /// <summary>Finds the items whose name or summary holds every word, in either language.</summary>
    public void OnGet()
    {
        Words = Words?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, 100)] : null;
        var words = (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Found = [.. items.Listed.Select(version => version.Item)
            .Where(item => Array.TrueForAll(words, word => Holds(item, word))).Select(item => ServiceCard.Of(item, rules))];
    }

    private static bool Holds(ServiceItem item, string word) =>
        new[] { item.Name, item.Summary, item.Guide.ResultKind }.Any(text => Holds(text.Zh, word) || Holds(text.En, word))
        || item.Code.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth) >= 0;
}

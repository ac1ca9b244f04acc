using TalentPortal.Core.Definitions;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>A finding with the place in the text to look at.</summary>
/// <param name="Finding">What is wrong.</param>
/// <param name="Place">Where.</param>
/// <param name="Excerpt">The line as it stands there; where that is only a bracket, the activity.</param>
internal sealed record FindingView(DefinitionFinding Finding, JsonPlace Place, string Excerpt)
{
    private const int LongestExcerpt = 120;

    /// <summary>The findings in the order of the text.</summary>
    public static IReadOnlyList<FindingView> Of(IReadOnlyList<DefinitionFinding> findings, string text)
    {
        if (findings.Count == 0) return [];
        var places = DefinitionPlaces.Read(text);
        var lines = text.Split('\n');
        return [.. findings.Select(finding => (Finding: finding, Place: places.Of(finding)))
            .OrderBy(one => one.Place.Line)
            .Select(one => new FindingView(
                one.Finding, one.Place, LineOf(lines, one.Place.Line) is { Length: > 1 } line ? line : one.Finding.ActivityId ?? ""))];
    }

    private static string LineOf(string[] lines, long line)
    {
        if (line < 1 || line > lines.Length) return "";
        var text = lines[line - 1].Trim();
        return text.Length > LongestExcerpt ? text[..LongestExcerpt] + "…" : text;
    }
}

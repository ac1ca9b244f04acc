using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Codes;

/// <summary>What a code table must keep.</summary>
internal static class CodeTableRules
{
    public static List<SeedProblem> Check(SeedDocument<CodeItem> document)
    {
        var problems = new List<SeedProblem>();
        var codes = document.Items.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < document.Items.Count; i++)
        {
            var item = document.Items[i];
            if (Blank(item) is { } property) problems.Add(document.Problem(i, "is blank.", property));
            if (item.ValidTo <= item.ValidFrom) problems.Add(document.Problem(i, "lies not after validFrom.", "validTo"));
            if (item.Parent is { } parent && !codes.Contains(parent))
            {
                problems.Add(document.Problem(i, $"names '{parent}', which is not in the table.", "parent"));
            }

            if (document.Items.Take(i).Any(earlier => Clash(earlier, item)))
            {
                problems.Add(document.Problem(i, $"'{item.Code}' is there already for the same time.", "code"));
            }
        }

        problems.AddRange(Circles(document));
        return problems;
    }

    private static string? Blank(CodeItem item)
    {
        if (string.IsNullOrWhiteSpace(item.Code)) return "code";
        if (string.IsNullOrWhiteSpace(item.Zh)) return "zh";
        return string.IsNullOrWhiteSpace(item.En) ? "en" : null;
    }

    private static bool Clash(CodeItem one, CodeItem other) =>
        string.Equals(one.Code, other.Code, StringComparison.Ordinal)
        && (one.ValidFrom ?? DateOnly.MinValue) < (other.ValidTo ?? DateOnly.MaxValue)
        && (other.ValidFrom ?? DateOnly.MinValue) < (one.ValidTo ?? DateOnly.MaxValue);

    private static IEnumerable<SeedProblem> Circles(SeedDocument<CodeItem> document)
    {
        var parents = document.Items.DistinctBy(i => i.Code, StringComparer.Ordinal)
            .ToDictionary(i => i.Code, i => i.Parent, StringComparer.Ordinal);
        for (var i = 0; i < document.Items.Count; i++)
        {
            var above = document.Items[i].Parent;
            for (var steps = 0; above is not null && steps <= parents.Count; steps++)
            {
                above = parents.GetValueOrDefault(above);
            }

            if (above is not null) yield return document.Problem(i, "lies in a circle or below one.", "parent");
        }
    }
}

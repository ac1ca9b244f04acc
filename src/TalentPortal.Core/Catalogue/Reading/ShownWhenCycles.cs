using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>
/// Finds fields that decide over each other's being shown. Without cycles, what is shown can be told from the answers in one
/// pass, whatever their order.
/// </summary>
internal static class ShownWhenCycles
{
    public static void Check(ServiceForm form, ReadingLog log)
    {
        var edges = Edges(form);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in edges.Keys)
        {
            var trail = new List<string>();
            if (FindCycle(path, edges, done, trail))
                log.Error("$.form", $"fields are shown depending on each other: {string.Join(" → ", trail)}");
        }
    }

    /// <summary>
    /// What must be decided before a field's being shown can be: a block (<c>rows</c>) and what stands in it (<c>rows#</c>) are two
    /// things, because a field of a row waits for the block, and a count of the rows waits for their fields.
    /// </summary>
    private static Dictionary<string, List<string>> Edges(ServiceForm form)
    {
        var edges = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var section in form.Sections)
        {
            foreach (var field in section.Fields)
            {
                edges[field.Code] = [.. Targets(section.ShownWhen, form, rows: null), .. Targets(field.ShownWhen, form, rows: null)];
                if (field.Fields.Count > 0) AddChildren(edges, field, form);
            }
        }

        return edges;
    }

    private static void AddChildren(Dictionary<string, List<string>> edges, FormField block, ServiceForm form)
    {
        var rows = block.Type is FieldType.Rows ? block.Code : null;
        var children = block.Fields.ToDictionary(
            c => rows is null ? $"{block.Code}.{c.Code}" : $"{rows}[].{c.Code}", StringComparer.Ordinal);
        foreach (var (path, child) in children) edges[path] = [block.Code, .. Targets(child.ShownWhen, form, rows)];
        edges[Contents(block.Code)] = [block.Code, .. children.Keys];
    }

    private static IEnumerable<string> Targets(Condition? condition, ServiceForm form, string? rows) =>
        condition is null ? [] : RulePaths.Of(condition)
            .Select(p => rows is not null && form.Find($"{rows}[].{p}") is not null ? $"{rows}[].{p}" : p)
            .Select(p => (Path: p, Field: form.Find(p)))
            .Where(p => p.Field is not null)
            .Select(p => p.Field!.Fields.Count > 0 ? Contents(p.Path) : p.Path);

    private static string Contents(string block) => block + "#";

    private static bool FindCycle(string path, Dictionary<string, List<string>> edges, HashSet<string> done, List<string> trail)
    {
        var start = trail.IndexOf(path);
        if (start >= 0)
        {
            trail.Add(path);
            trail.RemoveRange(0, start);
            return true;
        }

        if (done.Contains(path)) return false;
        trail.Add(path);
        if (edges.GetValueOrDefault(path, []).Exists(next => FindCycle(next, edges, done, trail))) return true;
        trail.RemoveAt(trail.Count - 1);
        done.Add(path);
        return false;
    }
}

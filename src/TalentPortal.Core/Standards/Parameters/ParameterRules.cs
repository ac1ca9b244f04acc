using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Parameters;

/// <summary>What parameter files must keep, all of them together.</summary>
internal static class ParameterRules
{
    public static IEnumerable<SeedProblem> Check(IReadOnlyList<SeedDocument<Parameter>> documents)
    {
        var earlier = new Dictionary<string, List<Parameter>>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            for (var i = 0; i < document.Items.Count; i++)
            {
                var item = document.Items[i];
                foreach (var (property, reason) in Check(item)) yield return document.Problem(i, reason, property);
                if (!earlier.TryGetValue(item.Key, out var others)) earlier[item.Key] = others = [];
                foreach (var (property, reason) in Compare(item, others)) yield return document.Problem(i, reason, property);
                others.Add(item);
            }
        }
    }

    private static IEnumerable<(string Property, string Reason)> Check(Parameter item)
    {
        if (string.IsNullOrWhiteSpace(item.Key)) yield return ("key", "is blank.");
        if (string.IsNullOrWhiteSpace(item.Source)) yield return ("source", "is blank.");
        if (item.EffectiveTo <= item.EffectiveFrom) yield return ("effectiveTo", "lies not after effectiveFrom.");
        if (item.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.True or JsonValueKind.False))
        {
            yield return ("value", "is neither number, text, true nor false.");
        }
        else if (item.Unit is not ParameterUnit.None && !IsMeasure(item))
        {
            yield return ("value", item.Unit is ParameterUnit.Share ? "is no number from 0 to 1." : "is no number of 0 or more.");
        }
        else if (!ParameterBounds.Hold(item, item.Value))
        {
            yield return ("value", "lies outside its own bounds.");
        }
    }

    private static IEnumerable<(string Property, string Reason)> Compare(Parameter item, List<Parameter> others)
    {
        if (others.Any(o => Overlap(o, item))) yield return ("effectiveFrom", $"'{item.Key}' has two values at the same time.");
        if (others.Any(o => o.Unit != item.Unit)) yield return ("unit", $"'{item.Key}' has another unit elsewhere.");
    }

    private static bool IsMeasure(Parameter item) =>
        item.Value.ValueKind is JsonValueKind.Number && item.Value.TryGetDecimal(out var value)
        && value >= 0 && (item.Unit is not ParameterUnit.Share || value <= 1);

    private static bool Overlap(Parameter one, Parameter other) =>
        one.EffectiveFrom < (other.EffectiveTo ?? DateOnly.MaxValue) && other.EffectiveFrom < (one.EffectiveTo ?? DateOnly.MaxValue);
}

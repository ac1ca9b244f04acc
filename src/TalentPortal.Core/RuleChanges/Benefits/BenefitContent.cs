using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What a change of the benefit catalogue says, in and out of its JSON: fields by path.</summary>
public static class BenefitContent
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The steps by path.</summary>
    public static IReadOnlyDictionary<string, BenefitStep> Steps(RuleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return JsonSerializer.Deserialize<Kept>(change.Content, Readable)!.Set;
    }

    internal static string Of(IReadOnlyDictionary<string, BenefitStep> steps) =>
        JsonSerializer.Serialize(new Kept(steps.ToDictionary(StringComparer.Ordinal)), Readable);

    private sealed record Kept(Dictionary<string, BenefitStep> Set);
}

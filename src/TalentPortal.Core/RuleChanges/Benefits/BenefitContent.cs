using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using TalentPortal.Core.RuleChanges.Benefits.Entries;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What a change of the benefit catalogue says, in and out of its JSON: fields by path, and whole entries.</summary>
public static class BenefitContent
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>All of it.</summary>
    public static BenefitText Read(RuleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var kept = JsonSerializer.Deserialize<Kept>(change.Content, Readable)!;
        return new BenefitText(kept.Set, kept.Entries ?? BenefitEntries.None);
    }

    /// <summary>The steps by path.</summary>
    public static IReadOnlyDictionary<string, BenefitStep> Steps(RuleChange change) => Read(change).Steps;

    internal static string Of(BenefitText text) =>
        JsonSerializer.Serialize(new Kept(text.Steps.ToDictionary(StringComparer.Ordinal), text.Entries.IsEmpty ? null : text.Entries),
            Readable);

    private sealed record Kept(Dictionary<string, BenefitStep> Set, BenefitEntries? Entries);
}

using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Names and texts of made-up cases, from <c>seed-data/demo/bulk.json</c>.</summary>
internal sealed record BulkMaterial
{
    /// <summary>Family names.</summary>
    public required IReadOnlyList<string> Surnames { get; init; }

    /// <summary>Given names.</summary>
    public required IReadOnlyList<string> GivenNames { get; init; }

    /// <summary>First six digits of citizen numbers.</summary>
    public required IReadOnlyList<string> BirthRegions { get; init; }

    /// <summary>What officers' names end in, so that nobody takes them for people.</summary>
    public required IReadOnlyList<string> Officers { get; init; }

    /// <summary>On what ground an assistant hands in.</summary>
    public required string OnBehalfBasis { get; init; }

    /// <summary>Reasons by what they explain.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>What people ask.</summary>
    public required IReadOnlyList<BulkQuestion> Questions { get; init; }

    /// <summary>The form of a question, with places to fill.</summary>
    public required JsonElement Consultation { get; init; }

    /// <summary>The form of a recognition, with places to fill.</summary>
    public required JsonElement Recognition { get; init; }

    /// <summary>What a village enters when it recommends somebody.</summary>
    public required JsonElement Recommendation { get; init; }

    /// <summary>Points of a review.</summary>
    public required IReadOnlyDictionary<string, decimal> Scores { get; init; }

    /// <summary>Reads the file.</summary>
    public static BulkMaterial Read(SeedFolder files) => SeedFile.Read<BulkMaterial>(files.PathOf("seed-data/demo/bulk.json")).Items.Single();

    /// <summary>A form with its places filled.</summary>
    public static JsonElement Fill(JsonElement form, IReadOnlyDictionary<string, string> values)
    {
        var text = form.GetRawText();
        foreach (var (name, value) in values) text = text.Replace($"{{{name}}}", JsonEncodedText.Encode(value).Value, StringComparison.Ordinal);
        using var filled = JsonDocument.Parse(text);
        return filled.RootElement.Clone();
    }
}

/// <summary>A question that people ask.</summary>
internal sealed record BulkQuestion(string Kind, string Topic, string Title, string Details);

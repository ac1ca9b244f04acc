using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>One value of an item's rules.</summary>
/// <param name="Path">Where it stands, by codes: <c>score/items/leading/max</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A number, or words; the key of a parameter.</param>
public sealed record RuleLeaf(string Path, RuleLeafKind Kind, JsonNode Value)
{
    private const decimal MostPoints = 100_000;
    private const decimal MostNumber = 1_000_000_000;
    private const int MostDecimals = 4;
    private const int LongestWording = 200;

    /// <summary>How a threshold is compared.</summary>
    public Comparison? Operator { get; init; }

    /// <summary>What of the answer a threshold is compared with.</summary>
    public RuleMeasure Measure { get; init; }

    /// <summary>Label of the answer that a threshold is compared with; the unit of a scale.</summary>
    public LocalizedText Subject { get; init; } = LocalizedText.Empty;

    /// <summary>Whether it is words.</summary>
    public bool IsWording => Kind is RuleLeafKind.WordingZh or RuleLeafKind.WordingEn;

    /// <summary>As people read and type it.</summary>
    public string Text => Show(Value);

    /// <summary>A value as people read and type it.</summary>
    public static string Show(JsonNode value) => value.GetValueKind() is System.Text.Json.JsonValueKind.Number
        ? value.GetValue<decimal>().ToString("0.######", CultureInfo.InvariantCulture)
        : value.ToString();

    /// <summary>Reads what was typed in its place.</summary>
    public Result<JsonNode> Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (Kind is RuleLeafKind.Parameter) return new RuleNotFound();
        if (IsWording)
        {
            if (text.Length is 0 or > LongestWording) return new RuleWordingMissing(LongestWording);
            return Result.Of<JsonNode>(JsonValue.Create(text));
        }

        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number)) return new RuleValueNotNumber();
        if (Refuse(number) is { } refusal) return refusal;
        // Divided by one with all its places a number loses its idle zeros.
        return Result.Of<JsonNode>(JsonValue.Create(number / 1.0000000000000000000000000000m));
    }

    private Refusal? Refuse(decimal number)
    {
        if (number < 0) return new RuleValueTooSmall(0);
        var most = Kind switch
        {
            RuleLeafKind.Decimals => MostDecimals,
            RuleLeafKind.Cap or RuleLeafKind.Points => MostPoints,
            _ => MostNumber,
        };
        if (number > most) return new RuleValueTooLarge(most);
        if (Kind is RuleLeafKind.Scale && number == 0) return new RuleScaleZero();
        return Kind is RuleLeafKind.Decimals && number != Math.Truncate(number) ? new RuleValueNotWhole() : null;
    }
}

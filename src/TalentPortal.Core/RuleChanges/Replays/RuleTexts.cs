using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Reads the rules that a change touches, as they are and as they would be on its first day.</summary>
public sealed class RuleTexts(
    ServiceItems items, ItemContents contents, ServiceItemReader reader, ParameterTable parameters, CodeTables tables)
{
    private static readonly string[] Deciding = ["eligibility", "score", "lookups"];

    /// <summary>Both readings of every item whose outcome the change can touch; none where it decides nothing.</summary>
    internal async Task<Result<RuleText>> OfAsync(RuleChange change, CancellationToken ct)
    {
        var figures = parameters.AsOf(change.ValidFrom);
        return change.Kind switch
        {
            RuleChangeKind.Parameter => await OfParameterAsync(change, figures, ct),
            // No case of an item comes out otherwise; what holders get is counted beside (BenefitOutlook).
            RuleChangeKind.BenefitCatalogue => new RuleText([], RuleContent.Hash(new JsonObject(), new JsonObject(), change.ValidFrom)),
            _ => await OfItemAsync(change, figures, ct),
        };
    }

    private async Task<Result<RuleText>> OfParameterAsync(RuleChange change, ParameterTable figures, CancellationToken ct)
    {
        var then = figures.With(change.Subject, RuleContent.Value(change));
        var pairs = new List<RulePair>();
        var (before, after) = (new JsonObject(), new JsonObject());
        foreach (var version in items.Current)
        {
            var content = (await contents.NewestAsync(version.Item.Code, ct))!;
            if (!Reads(content).Contains(change.Subject)) continue;
            pairs.Add(new RulePair(new RuleReading(version.Item, figures, tables), new RuleReading(version.Item, then, tables)));
            before[version.Item.Code] = Rules(content, figures);
            after[version.Item.Code] = Rules(content, then);
        }

        return new RuleText(pairs, RuleContent.Hash(before, after, change.ValidFrom));
    }

    private async Task<Result<RuleText>> OfItemAsync(RuleChange change, ParameterTable figures, CancellationToken ct)
    {
        if (items.Find(change.Subject) is not { } version || await contents.NewestAsync(change.Subject, ct) is not { } content)
            return new RuleNotFound();
        var before = Rules(content, figures);
        if (RulePatch.Apply(content, RuleContent.Set(change), change.ValidFrom).Count > 0) return new RuleOutdated();
        var reading = reader.Read(content.ToJsonString(), version.Item.Key + ".json");
        if (reading.Item is not { } item) return new ServiceItemUnreadable([.. reading.Errors.Select(error => error.ToString())]);
        var pair = new RulePair(new RuleReading(version.Item, figures, tables), new RuleReading(item, figures, tables));
        return new RuleText([pair], RuleContent.Hash(before, Rules(content, figures), change.ValidFrom));
    }

    private static JsonObject Rules(JsonObject content, ParameterTable figures)
    {
        var rules = new JsonObject(Deciding.Select(name => KeyValuePair.Create(name, content[name]?.DeepClone())));
        rules["figures"] = new JsonObject(Reads(content).Order(StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(
                key, JsonNode.Parse(figures.Of(key).Select(one => one.Value.GetRawText()).FirstOrDefault() ?? "null"))));
        return rules;
    }

    /// <summary>The parameters that decide about a case of an item.</summary>
    private static HashSet<string> Reads(JsonObject content)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Deciding) Collect(content[name], keys);
        return keys;
    }

    private static void Collect(JsonNode? node, HashSet<string> keys)
    {
        if (node is JsonObject owner)
        {
            if (owner["parameter"] is JsonValue key && key.TryGetValue<string>(out var text)) keys.Add(text);
            foreach (var (_, value) in owner) Collect(value, keys);
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list) Collect(value, keys);
        }
    }
}

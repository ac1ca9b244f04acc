using System.Text.Json;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Replays;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Names changes and shows values, for administrators.</summary>
internal sealed class RuleWords(
    ParameterTable parameters, ServiceItems items, CodeTables tables, PortalTimeZone zone, IStringLocalizer texts, DisplayFormat display)
{
    /// <summary>The parameter's meaning or the item's name; the key where this build knows neither.</summary>
    public string Subject(RuleChange change) => change.Kind is RuleChangeKind.BenefitCatalogue ? texts["TalentCards.Benefits.Title"]
        : change.Kind is RuleChangeKind.Parameter ? parameters.Of(change.Subject) is [var known, ..] ? display.Pick(known.Zh, known.En) : change.Subject
        : items.Find(change.Subject)?.Item.Name.ToString() ?? change.Subject;

    /// <summary>A change in a few words.</summary>
    public string Say(RuleChange change)
    {
        if (change.WithdrawsId is not null) return texts["Rules.Say.Withdrawal", Subject(change)];
        return change.Kind is RuleChangeKind.Parameter
            ? texts["Rules.Say.Parameter", Subject(change), Value(
                parameters.Of(change.Subject) is [var known, ..] ? known : null, ValueOf(change))]
            : texts[change.Kind is RuleChangeKind.BenefitCatalogue ? "Benefits.Say" : "Rules.Say.Item", Subject(change)];
    }

    /// <summary>A value with its unit.</summary>
    public string Value(Parameter? shape, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => texts["Rules.Yes"],
        JsonValueKind.False => texts["Rules.No"],
        _ when shape is null or { Unit: ParameterUnit.None } => ParameterBounds.Show(value),
        _ => $"{ParameterBounds.Show(value)} {texts.Of(shape.Unit)}",
    };

    /// <summary>The new value of a parameter.</summary>
    public static JsonElement ValueOf(RuleChange change) => JsonSerializer.Deserialize<JsonElement>(change.Content).GetProperty("value");

    /// <summary>The name of a parameter with its present value.</summary>
    public string Parameter(string key) => parameters.Find(key, zone.Today) is { } known
        ? $"{display.Pick(known.Zh, known.En)} {Value(known, known.Value)}"
        : key;

    /// <summary>What a value of a rule is: points, or an answer that is compared.</summary>
    public string Leaf(RuleLeaf leaf) => leaf.Kind switch
    {
        RuleLeafKind.Threshold when leaf.Operator is not null => Compared(leaf),
        RuleLeafKind.Threshold => texts["Rules.Panel." + leaf.Path.Split('/')[^1]],
        RuleLeafKind.Scale when !leaf.Subject.IsBlank => $"{texts.Of(leaf.Kind)} ({leaf.Subject})",
        _ => texts.Of(leaf.Kind),
    };

    /// <summary>What is compared, and how.</summary>
    public string Compared(RuleLeaf leaf) =>
        $"{texts["Rules.Measure." + leaf.Measure, leaf.Subject]} {texts["Rules.Sign." + leaf.Operator]}";

    /// <summary>Where a value stands: its group and its line.</summary>
    public string Place(RuleGroup group, RuleRow row) =>
        string.Join(" · ", new[] { Group(group), row.Name.ToString() }.Where(part => part.Length > 0));

    /// <summary>The name of a group.</summary>
    public string Group(RuleGroup group) => group.Name.IsBlank ? texts.Of(group.Kind) : group.Name.ToString();

    /// <summary>A verdict or level.</summary>
    public string Outcome(string item, string code) => Enum.TryParse<ReplayVerdict>(code, out var verdict) ? texts.Of(verdict)
        : items.Find(item) is { } version ? FormCodes.NameOf(version.Item, tables, code).ToString() : code;

    /// <summary>A category of an item.</summary>
    public string Category(string code) => items.Current.Select(version => FormCodes.NameOf(version.Item, tables, code))
        .FirstOrDefault(name => name.Zh != code)?.ToString() ?? code;

    /// <summary>Why a case comes out otherwise.</summary>
    public string Criterion(string item, ReplayCriterion criterion) =>
        criterion.Kind is ReplayCriterionKind.Panel or ReplayCriterionKind.Total
        ? texts["Rules.Criterion." + criterion.Kind, criterion.Before ?? "—", criterion.After ?? "—"]
        : texts["Rules.Criterion." + criterion.Kind, Named(items.Find(item)?.Item, criterion), criterion.Before ?? "—", criterion.After ?? "—"];

    private string Named(ServiceItem? item, ReplayCriterion criterion) => criterion.Kind switch
    {
        _ when item is null => criterion.Code,
        ReplayCriterionKind.Line or ReplayCriterionKind.Further => FormCodes.NameOf(item, tables, criterion.Code).ToString(),
        ReplayCriterionKind.Points =>
            item.Score?.Items.Append(item.Score.Bonus).FirstOrDefault(one => one?.Code == criterion.Code)?.Name.ToString(),
        ReplayCriterionKind.Veto => item.Score?.Vetoes.FirstOrDefault(one => one.Code == criterion.Code)?.Reason.ToString(),
        _ => item.Eligibility.FirstOrDefault(one => one.Code == criterion.Code) is { } rule
            ? item.FindField(RulePaths.Of(rule.Must).First())?.Label.ToString()
            : null,
    } ?? criterion.Code;
}

using System.Text.Json;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Names changes and shows values, for administrators.</summary>
internal sealed class RuleWords(ParameterTable parameters, ServiceItems items, IStringLocalizer texts, DisplayFormat display)
{
    /// <summary>The parameter's meaning or the item's name; the key where this build knows neither.</summary>
    public string Subject(RuleChange change) => change.Kind is RuleChangeKind.Parameter
        ? parameters.Of(change.Subject) is [var known, ..] ? display.Pick(known.Zh, known.En) : change.Subject
        : items.Find(change.Subject)?.Item.Name.ToString() ?? change.Subject;

    /// <summary>A change in a few words.</summary>
    public string Say(RuleChange change)
    {
        if (change.WithdrawsId is not null) return texts["Rules.Say.Withdrawal", Subject(change)];
        return change.Kind is RuleChangeKind.Parameter
            ? texts["Rules.Say.Parameter", Subject(change), Value(parameters.Of(change.Subject).FirstOrDefault(), ValueOf(change))]
            : texts["Rules.Say.Item", Subject(change)];
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
}

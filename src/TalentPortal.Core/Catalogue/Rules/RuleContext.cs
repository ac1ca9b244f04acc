using System.Text.Json;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>All that a rule may look at besides the answers: the item, the local day, policy figures, code tables.</summary>
/// <param name="item">The service item with its own tables.</param>
/// <param name="today">The local day of the evaluation.</param>
/// <param name="parameters">The policy figures.</param>
/// <param name="tables">The portal's code tables.</param>
public sealed class RuleContext(ServiceItem item, DateOnly today, ParameterTable parameters, CodeTables tables)
{
    /// <summary>The service item.</summary>
    public ServiceItem Item => item;

    /// <summary>The local day of the evaluation.</summary>
    public DateOnly Today => today;

    /// <summary>The policy figures.</summary>
    public ParameterTable Parameters => parameters;

    /// <summary>Code tables: the item's own first.</summary>
    public ItemCodes Codes { get; } = new(item, tables);

    /// <summary>A policy figure on the day of the evaluation; null when it has none.</summary>
    public AnswerValue? Parameter(string key) => parameters.Find(key, today)?.Value is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => new AnswerValue.Number(number),
        JsonValueKind.True or JsonValueKind.False => new AnswerValue.YesNo(value.GetBoolean()),
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => new AnswerValue.Text(text),
        _ => null,
    };
}

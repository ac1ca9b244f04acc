using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>One reading of an item's rules: the item, and figures that hold on every day.</summary>
/// <param name="Item">The item.</param>
/// <param name="Parameters">The figures.</param>
/// <param name="Tables">Code tables.</param>
internal sealed record RuleReading(ServiceItem Item, ParameterTable Parameters, CodeTables Tables)
{
    /// <summary>As asked on a day.</summary>
    public RuleContext On(DateOnly day) => new(Item, day, Parameters, Tables);
}

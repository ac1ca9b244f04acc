using System.Globalization;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>What holds for a definition that the clock starts: it comes at a bearable pace, and asks for nothing that only an applicant brings.</summary>
internal static class ClockRules
{
    private const string House = "Portal.";

    /// <summary>What speaks against a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="leastMinutes">The least time between two starts.</param>
    /// <param name="now">From when on its moments are looked at.</param>
    public static IEnumerable<DefinitionFinding> Check(WorkflowDefinition definition, int leastMinutes, DateTimeOffset now)
    {
        var triggers = ClockTrigger.Of(definition);
        var hasty = triggers.Where(trigger => Pace(trigger, now) < TimeSpan.FromMinutes(leastMinutes)).Select(trigger =>
            DefinitionFinding.Of(HouseFault.StartsTooOften, trigger.Node.Id, "canStartWorkflow", leastMinutes.ToString(CultureInfo.InvariantCulture)));
        if (triggers.Count == 0) return hasty;
        return hasty.Concat(definition.Activities.Where(node => node.TypeName.StartsWith(House, StringComparison.Ordinal))
            .Select(node => DefinitionFinding.Of(HouseFault.ClockHasNoApplicant, node.Id, property: null, node.TypeName)));
    }

    private static TimeSpan? Pace(ClockTrigger trigger, DateTimeOffset now) =>
        trigger.FirstAfter(now) is { } first && trigger.NextAfter(first, first) is { } second ? second - first : null;
}

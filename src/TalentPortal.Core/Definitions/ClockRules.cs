using System.Globalization;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// What holds for a definition that the clock starts: it comes at a bearable pace, and asks for nothing that only an applicant brings.
/// </summary>
internal static class ClockRules
{
    private const string House = "Portal.";

    /// <summary>More than a day has at the pace that is asked unless set otherwise: the hours of a rule are the same each day.</summary>
    private const int Moments = 300;

    /// <summary>A rule that comes once in years is not looked at to the end of time.</summary>
    private const int Years = 10;

    /// <summary>What speaks against a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="leastMinutes">The least time between two starts.</param>
    /// <param name="now">From when on its moments are looked at.</param>
    public static IEnumerable<DefinitionFinding> Check(WorkflowDefinition definition, int leastMinutes, DateTimeOffset now)
    {
        var triggers = ClockTrigger.Of(definition);
        var hasty = triggers.Where(trigger => IsHasty(trigger, TimeSpan.FromMinutes(leastMinutes), now)).Select(trigger =>
            DefinitionFinding.Of(HouseFault.StartsTooOften, trigger.Node.Id, "canStartWorkflow",
                leastMinutes.ToString(CultureInfo.InvariantCulture)));
        if (triggers.Count == 0) return hasty;
        return hasty.Concat(definition.Activities.Where(node => node.TypeName.StartsWith(House, StringComparison.Ordinal))
            .Select(node => DefinitionFinding.Of(HouseFault.ClockHasNoApplicant, node.Id, property: null, node.TypeName)));
    }

    /// <summary>Whether any two moments that follow each other are too near, whenever one asks.</summary>
    private static bool IsHasty(ClockTrigger trigger, TimeSpan least, DateTimeOffset now)
    {
        var (moment, until) = (trigger.FirstAfter(now), now.AddYears(Years));
        for (var seen = 0; seen < Moments && moment is { } last && last < until; seen++)
        {
            moment = trigger.NextAfter(last, last);
            if (moment - last < least) return true;
        }

        return false;
    }
}

using TalentPortal.Core.Catalogue;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// Holds the steps of a definition against those of a guide: a case would stop at a step that nobody told the applicant about.
/// </summary>
public static class GuideSteps
{
    /// <summary>The steps that activities name and the guide lacks.</summary>
    public static IReadOnlyList<(string ActivityId, string Step)> MissingFrom(ServiceItem item, WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(definition);
        var known = item.Guide.Steps.Select(step => step.Code).ToHashSet(StringComparer.Ordinal);
        return [.. NamedBy(definition).Where(named => !known.Contains(named.Step))];
    }

    /// <summary>The activities that belong to a step of the guide, with that step's code.</summary>
    public static IEnumerable<(string ActivityId, string Step)> NamedBy(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return from node in definition.Activities
               where node.TypeName.StartsWith("Portal.", StringComparison.Ordinal)
               let step = node.LiteralInput("step")?.GetValue<string>()
               where step is not null
               select (node.Id, step);
    }
}

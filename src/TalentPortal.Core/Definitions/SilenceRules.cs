using System.Text.Json;
using TalentPortal.Core.Accounts;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// What may follow when nobody answers: acceptance, and nothing else. A background check is never passed by silence, and no other step is
/// decided by it.
/// </summary>
public static class SilenceRules
{
    private const string DeemedOutcome = "deemedOutcome";

    /// <summary>Inputs by which an activity would answer by itself when nobody does.</summary>
    private static readonly string[] SilenceInputs = ["silenceOutcome", DeemedOutcome, "deemedAfter"];

    /// <summary>The activities of a definition that would be answered by silence and must not be.</summary>
    public static IReadOnlyList<DefinitionFinding> Check(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. definition.Activities.Select(Find).OfType<DefinitionFinding>()];
    }

    private static DefinitionFinding? Find(ActivityNode node)
    {
        if (SilenceInputs.FirstOrDefault(name => node.SetsInput(name) || node.Source[name] is not null) is not { } silent) return null;
        if (Literal(node, "role") is null or nameof(PortalRole.JointChecker))
            return DefinitionFinding.Of(HouseFault.CheckBySilence, node.Id, silent);
        var isAcceptance = silent == DeemedOutcome && Literal(node, silent) is { } outcome
            && node.Outcomes.Contains(outcome, StringComparer.Ordinal)
            && node.Parent is { } flow && LeadsToAcceptance(flow, node.Id, outcome);
        return isAcceptance ? null : DefinitionFinding.Of(HouseFault.DecidedBySilence, node.Id, silent);
    }

    /// <summary>Whether an outcome leads to <c>Portal.Accept</c> and nowhere else; joins on the way don't count.</summary>
    private static bool LeadsToAcceptance(ActivityNode flow, string source, string? port)
    {
        var targets = flow.Connections.Where(
            one => one.Source == source && (port is null || one.SourcePort is null || one.SourcePort == port))
            .Select(one => flow.Children.Select(child => child.Node).First(node => node.Id == one.Target)).ToList();
        return targets.Count > 0 && targets.TrueForAll(target => target.TypeName == "Portal.Accept"
            || (target.TypeName == "Elsa.FlowJoin" && LeadsToAcceptance(flow, target.Id, port: null)));
    }

    private static string? Literal(ActivityNode node, string input) =>
        node.LiteralInput(input) is { } value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}

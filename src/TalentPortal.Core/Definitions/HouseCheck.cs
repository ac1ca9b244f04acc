using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// Whether a definition fits this portal: its units, rules and messages exist, and the service items that use it know its steps.
/// </summary>
public sealed class HouseCheck(
    ServiceItems items, OrganisationDirectory organisations, ParameterTable parameters, MessageTexts messages, PortalTimeZone zone)
{
    private static readonly string[] ReminderParts = [".afterDays", ".everyDays"];

    private static readonly string[] UnitInputs = ["unit", "issuer"];

    /// <summary>What speaks against it.</summary>
    public async Task<IReadOnlyList<DefinitionFinding>> RunAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<DefinitionFinding>();
        foreach (var version in items.Current.Where(version => version.Item.DefinitionId == definition.DefinitionId))
            CheckItem(definition, version.Item, findings);
        foreach (var node in definition.Activities)
        {
            await CheckUnitsAsync(node, findings, ct);
            CheckWords(node, findings);
        }

        return [.. findings, .. SilenceRules.Check(definition), .. ClockRules.Check(
            definition, parameters.Int("definition.leastMinutesBetweenStarts", zone.Today), zone.Now)];
    }

    private static void CheckItem(WorkflowDefinition definition, ServiceItem item, List<DefinitionFinding> findings)
    {
        findings.AddRange(GuideSteps.MissingFrom(item, definition)
            .Select(missing => DefinitionFinding.Of(HouseFault.StepNotInGuide, missing.ActivityId, "step", item.Key, missing.Step)));
        // What begins with "has" the portal itself knows of every application.
        findings.AddRange(definition.Inputs.Select(input => input.Name)
            .Where(name => !name.StartsWith("has", StringComparison.Ordinal) && !item.WorkflowInputs.Contains(name))
            .Select(name => DefinitionFinding.Of(HouseFault.InputNotHandedOver, activityId: null, "inputs", item.Key, name)));
    }

    private async Task CheckUnitsAsync(ActivityNode node, List<DefinitionFinding> findings, CancellationToken ct)
    {
        foreach (var input in UnitInputs)
        {
            if (Literal(node, input) is { } code && await organisations.FindAsync(code, ct) is null)
                findings.Add(DefinitionFinding.Of(HouseFault.UnitUnknown, node.Id, input, code));
        }
    }

    private void CheckWords(ActivityNode node, List<DefinitionFinding> findings)
    {
        if (Literal(node, "reminder") is { } rule && ReminderParts.Any(end => parameters.Find(rule + end, zone.Today) is null))
            findings.Add(DefinitionFinding.Of(HouseFault.ReminderUnknown, node.Id, "reminder", rule));
        if (Literal(node, "template") is { } template && !messages.Codes.Contains(template))
            findings.Add(DefinitionFinding.Of(HouseFault.MessageUnknown, node.Id, "template", template));
    }

    private static string? Literal(ActivityNode node, string input) =>
        node.LiteralInput(input)?.GetValueKind() is System.Text.Json.JsonValueKind.String
        ? node.LiteralInput(input)!.GetValue<string>() : null;
}

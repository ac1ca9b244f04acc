using System.Globalization;
using Microsoft.Extensions.Localization;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Drawings;

namespace TalentPortal.Web.Presentation.Processes;

/// <summary>Words for what definitions name: activities, outcomes, the definition itself.</summary>
internal sealed class ProcessNames(IStringLocalizer texts)
{
    /// <summary>The definition's name.</summary>
    public string Of(WorkflowDefinition definition) => Known("Processes.Definition." + definition.DefinitionId) ?? definition.Name;

    /// <summary>An activity's name: as the designer wrote it, translated where the reader has another language.</summary>
    public string Of(WorkflowDefinition definition, ActivityNode activity)
    {
        var isNamed = activity.DisplayText != activity.Id && activity.DisplayText != activity.Name;
        var isChinese = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
        if (isNamed && isChinese) return activity.DisplayText;
        return Known($"Processes.Name.{definition.DefinitionId}.{activity.Id}") ?? (isNamed ? activity.DisplayText : TypeOf(activity));
    }

    /// <summary>An outcome in words; as the definition names it where nobody gave it any.</summary>
    public string Outcome(string outcome) => Known("Processes.Outcome." + outcome) ?? Known("Reviews.Outcome." + outcome) ?? outcome;

    /// <summary>The text of an arrow; none where there is only one way.</summary>
    public string Label(DrawnLink link) =>
        string.Join(texts["Processes.Or"],
            link.Outcomes.Where(outcome => outcome is not (null or "Done" or "body" or "activities")).Select(one => Outcome(one!)));

    private string TypeOf(ActivityNode activity) => Known("Processes.Type." + activity.TypeName) is { } type
        ? texts["Processes.TypeNamed", type, activity.Name ?? activity.Id] : activity.Name ?? activity.Id;

    private string? Known(string key) => texts[key] is { ResourceNotFound: false } known ? known.Value : null;
}

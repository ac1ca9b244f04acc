using System.Collections.ObjectModel;
using TalentPortal.Workflows.Drawings;

namespace TalentPortal.Web.Presentation.Processes;

/// <summary>A process to draw.</summary>
/// <param name="Title">Its name with the version.</param>
/// <param name="Drawing">Where everything lies.</param>
/// <param name="Steps">Every drawn activity in words.</param>
/// <param name="Taken">The arrows that were followed.</param>
public sealed record ProcessView(
    string Title, Drawing Drawing, ReadOnlyDictionary<string, ProcessStepView> Steps, IReadOnlySet<(string Source, string Target)> Taken)
{
    /// <summary>Whether an instance is followed; else only the definition is drawn.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>Activities that can be chosen by a click; empty where nothing is asked.</summary>
    public IReadOnlySet<string> Choices { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The one that is chosen; null for none.</summary>
    public string? Chosen { get; init; }

    /// <summary>The address that chooses an activity, up to its id.</summary>
    public string ChoiceHref { get; init; } = "";

    /// <summary>Id of the field that holds the choice.</summary>
    public string ChoiceField { get; init; } = "";

    /// <summary>The steps where it stands now.</summary>
    public IReadOnlyList<ProcessStepView> Present =>
        [.. Told.Where(step => step.State is ProcessStepState.Here or ProcessStepState.Stopped)];

    /// <summary>The steps of the table, from the beginning of the process on.</summary>
    public IReadOnlyList<ProcessStepView> Told =>
        [.. Drawing.Nodes.Where(node => !node.IsContainer).OrderBy(node => node.Y).ThenBy(node => node.X)
        .Select(node => Steps[node.Activity.Id]).Where(step => step.HasFacts)];

    /// <summary>Id of a step's row in the table.</summary>
    public string RowOf(string activityId) => $"step-{Drawing.Nodes.ToList().FindIndex(node => node.Activity.Id == activityId)}";
}

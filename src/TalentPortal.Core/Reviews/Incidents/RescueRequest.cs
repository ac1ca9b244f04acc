using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Reviews.Incidents;

/// <summary>What is to be done with an incident.</summary>
/// <param name="IncidentId">Which incident.</param>
/// <param name="Deed">What.</param>
/// <param name="Reason">Why, in a sentence without personal values; kept with the incident.</param>
public sealed record RescueRequest(string IncidentId, IncidentDeed Deed, string Reason)
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 400;

    /// <summary>Longest value of a variable, in UTF-16 code units.</summary>
    public const int LongestValue = 4000;

    /// <summary>The outcome with which the activity counts as done.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The variable, as <see cref="VariablePlace"/> names it.</summary>
    public string Variable { get; init; } = "";

    /// <summary>Its new value, as typed.</summary>
    public string Value { get; init; } = "";

    /// <summary>The step to move to.</summary>
    public string ActivityId { get; init; } = "";
}

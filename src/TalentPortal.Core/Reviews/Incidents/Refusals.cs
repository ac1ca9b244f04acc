using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Incidents;

/// <summary>A colleague has settled the incident, or it went on by itself.</summary>
public sealed record IncidentSettled : Refusal;

/// <summary>What is done with an incident needs a reason.</summary>
public sealed record IncidentReasonMissing : Refusal;

/// <summary>The incident stopped no single activity that could count as done.</summary>
public sealed record IncidentNotSkippable : Refusal;

/// <summary>The activity does not end with that outcome.</summary>
public sealed record SkipOutcomeUnknown : Refusal;

/// <summary>Skipping would end the workflow, and the case has no result yet.</summary>
public sealed record SkipEndsWorkflow : Refusal;

/// <summary>The running workflow has no such variable now.</summary>
public sealed record VariableUnknown : Refusal;

/// <summary>The variable's type can't hold what was typed.</summary>
/// <param name="Type">The type.</param>
public sealed record VariableValueWrong(string Type) : Refusal;

/// <summary>The version that runs has no such step, or none to which one can move.</summary>
public sealed record RescueStepUnknown : Refusal;

/// <summary>The workflow that stopped is over.</summary>
public sealed record InstanceEnded : Refusal;

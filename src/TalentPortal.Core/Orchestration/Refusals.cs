using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Orchestration;

/// <summary>The incident was settled in the meantime.</summary>
public sealed record IncidentSettled : Refusal;

/// <summary>Trying again needs a reason.</summary>
public sealed record IncidentReasonMissing : Refusal;

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Cases;

/// <summary>There is no such case, or it is not this user's to see: the answer is the same.</summary>
public sealed record CaseNotFound : Refusal;

/// <summary>The operation id was used before for something else.</summary>
public sealed record OperationIdReused : Refusal;

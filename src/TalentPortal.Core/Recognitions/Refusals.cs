using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Recognitions;

/// <summary>Nobody without a conflict is left in this field; the talent office has to appoint an expert first.</summary>
public sealed record NoReplacementExpert : Refusal;

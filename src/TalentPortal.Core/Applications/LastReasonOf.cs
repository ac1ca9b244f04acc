using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Applications;

/// <summary>Why the last decision on a case was taken; null when it says nothing. Reviews give it: applications do not know them.</summary>
public delegate string? LastReasonOf(CaseWork work);

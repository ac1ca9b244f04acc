using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Applications;

/// <summary>The unit that took the last decision on a case; null when none did. Reviews give it: applications do not know them.</summary>
public delegate Guid? DecidingUnitOf(CaseWork work);

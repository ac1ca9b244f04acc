using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Applications;

/// <summary>Why a case is not its author's to take back; null when it is. Outcomes give it, for cases that an office began.</summary>
/// <param name="work">The case.</param>
public delegate Refusal? WithdrawalBar(CaseWork work);

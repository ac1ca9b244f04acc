using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Concerns;

/// <summary>
/// Whether a case concerns an officer in a way that reviews do not know of: outcomes come after them in the house and say so.
/// </summary>
/// <param name="work">The locked case.</param>
/// <param name="actor">The officer.</param>
/// <param name="ct">Cancels.</param>
public delegate ValueTask<bool> IsPartyOf(CaseWork work, Actor actor, CancellationToken ct);

namespace TalentPortal.Core.Cases;

/// <summary>
/// What follows from a change whoever made it: runs after the work and before the flush of every transaction that succeeds, so that it is
/// written with what it follows from.
/// </summary>
/// <param name="work">The case as the work left it.</param>
public delegate void CaseFollowUp(CaseWork work);

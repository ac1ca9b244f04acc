using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Payments;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>An instalment and where it stands.</summary>
/// <param name="Instalment">The instalment; one that was paid stands as it was paid.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Held">Why it is not paid; null where it is not held.</param>
/// <param name="Found">What the office found for its period; null where nothing is entered.</param>
/// <param name="Payment">The payment that counts, or the last that came back; null where there is none.</param>
public sealed record InstalmentStanding(
    Instalment Instalment, InstalmentState State, HoldReason? Held, ConditionEntry? Found, Payment? Payment);

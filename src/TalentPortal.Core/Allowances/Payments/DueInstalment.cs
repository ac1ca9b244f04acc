namespace TalentPortal.Core.Allowances.Payments;

/// <summary>An instalment that may be paid.</summary>
/// <param name="Allowance">Of which allowance.</param>
/// <param name="Instalment">Which.</param>
/// <param name="RecoveryId">For which recovery a part is kept back; null where nothing is.</param>
/// <param name="SetOff">What is kept back, in yuan; always less than the whole.</param>
public sealed record DueInstalment(Allowance Allowance, Instalment Instalment, Guid? RecoveryId, decimal SetOff);

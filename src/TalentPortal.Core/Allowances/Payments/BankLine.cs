namespace TalentPortal.Core.Allowances.Payments;

/// <summary>One payment in the file for the bank.</summary>
/// <param name="Place">Its place in the batch.</param>
/// <param name="Payee">Whose account it goes to.</param>
/// <param name="Bank">Name of the bank.</param>
/// <param name="Account">The account in full.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public sealed record BankLine(
    int Place, string Payee, string Bank, string Account, decimal Amount, string Benefit, DateOnly From, DateOnly To);

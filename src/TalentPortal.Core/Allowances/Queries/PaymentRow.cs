using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>A payment in the list of a batch.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Benefit">Of what.</param>
/// <param name="AccountMasked">Where it goes, as shown.</param>
public sealed record PaymentRow(Payment Payment, string Name, LocalizedText Benefit, string AccountMasked);

using TalentPortal.Core.Allowances.Payments;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>A batch and who had to do with it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Number">Its number.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="ReleasedBy">Who released it; null while nobody did.</param>
public sealed record BatchView(PaymentBatch Batch, string Number, string MadeBy, string? ReleasedBy);

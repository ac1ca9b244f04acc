using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>An allowance that hangs on a card, for whoever is about to sign.</summary>
/// <param name="AllowanceId">The allowance's case: what is locked to carry anything out.</param>
/// <param name="Number">The case's number.</param>
/// <param name="Benefit">What it is.</param>
/// <param name="Paid">What arrived so far, in yuan.</param>
/// <param name="Claimable">The most that may be claimed back, in yuan.</param>
/// <param name="OnTheWay">What is in a batch and not settled, in yuan.</param>
public sealed record AllowanceAtStake(
    Guid AllowanceId, string Number, LocalizedText Benefit, decimal Paid, decimal Claimable, decimal OnTheWay);

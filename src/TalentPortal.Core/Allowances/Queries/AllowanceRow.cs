using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>An allowance in the list.</summary>
/// <param name="Id">Its case.</param>
/// <param name="Number">The case's number.</param>
/// <param name="Name">Its holder.</param>
/// <param name="CitizenIdMasked">The holder's number, masked.</param>
/// <param name="Benefit">What it is.</param>
/// <param name="Amount">Yuan a period.</param>
/// <param name="Period">Which period; null where it comes once.</param>
/// <param name="FromOn">First day.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">How many instalments can be paid.</param>
/// <param name="Held">How many are held.</param>
/// <param name="Paid">What arrived, in yuan.</param>
/// <param name="ToRecover">What is to be paid back, in yuan.</param>
public sealed record AllowanceRow(
    Guid Id, string Number, string Name, string? CitizenIdMasked, LocalizedText Benefit, decimal Amount,
    BenefitPeriod? Period, DateOnly FromOn,
    AllowanceStatus Status, int Due, int Held, decimal Paid, decimal ToRecover)
{
    /// <summary>The row of an allowance.</summary>
    internal static AllowanceRow Of(AllowanceView view) =>
        new(view.Facts.Allowance.CaseId, view.Number, view.Name, view.CitizenIdMasked, view.Benefit.Name,
        view.Facts.Allowance.Amount, view.Facts.Allowance.Period, view.Facts.Allowance.FromOn, view.Facts.Allowance.Status,
        view.Instalments.Count(one => one.State is InstalmentState.Due), view.Instalments.Count(one => one.State is InstalmentState.Held),
        view.Facts.Paid, view.Facts.RecoveryStandings.Sum(one => one.Left));
}

using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>An allowance with all that its holder and the office see of it.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="Number">Its case's number.</param>
/// <param name="Name">Its holder.</param>
/// <param name="CitizenIdMasked">The holder's number, masked.</param>
/// <param name="Benefit">What it is, as the version of its grant names it.</param>
/// <param name="Instalments">Its instalments, the newest first.</param>
public sealed record AllowanceView(
    AllowanceFacts Facts, string Number, string Name, string? CitizenIdMasked, Benefit Benefit,
    IReadOnlyList<InstalmentStanding> Instalments)
{
    /// <summary>Whether a payment came back from the account that is named.</summary>
    public bool NeedsAccount => Instalments.Any(one => one.Held is HoldReason.AccountToMend);
}

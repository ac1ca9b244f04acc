using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Asks for the confirmation mail once more.</summary>
internal sealed class ResendConfirmationModel(AccountRegistration accounts) : AddressForm
{
    /// <inheritdoc />
    protected override Task SendAsync(string email, CancellationToken ct) => accounts.ResendAsync(email, ct);
}

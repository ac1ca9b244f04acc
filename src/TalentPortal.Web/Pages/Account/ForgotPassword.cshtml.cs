using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Asks for a link to set a new password.</summary>
internal sealed class ForgotPasswordModel(AccountPasswords accounts) : AddressForm
{
    /// <inheritdoc />
    protected override Task SendAsync(string email, CancellationToken ct) => accounts.RequestResetAsync(email, ct);
}

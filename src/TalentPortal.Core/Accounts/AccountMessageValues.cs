using Microsoft.AspNetCore.Identity;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Accounts;

/// <summary>
/// The one-time links of account mails, made at the moment of sending, so that no token ever lies in the database. A mail that is
/// sent twice carries two tokens that both work until one is used: each is void once the account's security stamp changes.
/// </summary>
/// <param name="users">Makes the tokens.</param>
/// <param name="address">Where the portal is.</param>
internal sealed class AccountMessageValues(UserManager<PortalUser> users, PortalAddress address) : IMessageValues
{
    public async Task AddAsync(OutboxMessage message, Recipient recipient, IDictionary<string, string> values, CancellationToken ct)
    {
        var isConfirm = message.Template == MessageTemplates.AccountConfirm;
        if (!isConfirm && message.Template is not (MessageTemplates.AccountReset or MessageTemplates.AccountExists)) return;
        if (await users.FindByIdAsync(recipient.UserId.ToString()) is not { } user) return;
        var token = isConfirm ? await users.GenerateEmailConfirmationTokenAsync(user) : await users.GeneratePasswordResetTokenAsync(user);
        values["link"] = address.Of($"/account/{(isConfirm ? "confirm" : "resetpassword")}?user={user.Id:D}&code={LinkCode.Of(token)}");
    }
}

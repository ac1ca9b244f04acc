using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Accounts;

/// <summary>New accounts: register, confirm the address. Nobody learns from the answer whether an address has an account.</summary>
/// <param name="users">Accounts.</param>
/// <param name="db">The accounts' context.</param>
/// <param name="rules">Rules for names and passwords.</param>
/// <param name="mails">Mails.</param>
/// <param name="trace">Audit.</param>
public sealed class AccountRegistration(
    UserManager<PortalUser> users, PortalDbContext db, AccountRules rules, AccountMails mails, AccountTrace trace)
{
    /// <summary>Makes an account whose address waits for confirmation, or writes to the account that the address has already.</summary>
    public async Task<Result> RegisterAsync(Registration registration, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var address = EmailAddress.Parse(registration.Email);
        if (!address.Succeeded) return address.Refusal;
        if (rules.CheckNew(address.Value, registration) is { } refusal) return refusal;
        var user = rules.NewUser(address.Value, registration);
        if (await users.FindByEmailAsync(address.Value) is { } existing)
        {
            // Takes as long as making an account would.
            users.PasswordHasher.HashPassword(user, registration.Password);
            return await TellExistingAsync(existing, ct);
        }

        return await CreateAsync(user, registration.Password, ct);
    }

    /// <summary>Sends the confirmation mail again, where there is an account that needs it.</summary>
    public async Task ResendAsync(string email, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email ?? "") is not { EmailConfirmed: false } user) return;
        await mails.AddAsync(user, MessageTemplates.AccountConfirm, ct);
        await db.SaveChangesAsync(ct);
        await trace.RecordAsync("ConfirmationRequested", user, ct);
    }

    /// <summary>Confirms an address by the link that was sent to it.</summary>
    public async Task<Result> ConfirmAsync(Guid userId, string? code, CancellationToken ct)
    {
        if (LinkCode.TokenOf(code) is not { } token) return new LinkNotValid();
        if (await users.FindByIdAsync(userId.ToString()) is not { } user) return new LinkNotValid();
        if (!(await users.ConfirmEmailAsync(user, token)).Succeeded) return new LinkNotValid();
        await trace.RecordAsync("AddressConfirmed", user, ct);
        return Result.Success;
    }

    private async Task<Result> CreateAsync(PortalUser user, string password, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var created = await users.CreateAsync(user, password);
            if (created.Errors.Any() && created.Errors.All(IsTaken)) return Result.Success;
            if (!created.Succeeded)
                throw new InvalidOperationException($"The account was not made: {string.Join(", ", created.Errors.Select(x => x.Code))}.");
            await mails.AddAsync(user, MessageTemplates.AccountConfirm, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Result.Success;
        }

        await trace.RecordAsync("AccountRegistered", user, ct);
        return Result.Success;
    }

    /// <summary>The same address was registered since the look for it; that request writes the mail.</summary>
    private static bool IsTaken(IdentityError error) =>
        error.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail);

    private async Task<Result> TellExistingAsync(PortalUser existing, CancellationToken ct)
    {
        await mails.AddAsync(existing, existing.EmailConfirmed ? MessageTemplates.AccountExists : MessageTemplates.AccountConfirm, ct);
        await db.SaveChangesAsync(ct);
        await trace.RecordAttemptAsync("RegistrationOfExistingAccount", existing.Id, ct);
        return Result.Success;
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Accounts;

/// <summary>What a program registers to have accounts.</summary>
public static class AccountsSetup
{
    /// <summary>Registers Identity with the portal's rules, actors and the account's services.</summary>
    /// <returns>For a program that also signs people in.</returns>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton(provider => SecurityRules.Read(provider.GetRequiredService<SeedFolder>()));
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<IPasswordValidator<PortalUser>>(provider => provider.GetRequiredService<PasswordRules>());
        services.AddSingleton<ActorCache>();
        services.AddSingleton<PasswordAttempts>();
        services.AddSingleton<AccountTrace>();
        services.AddSingleton<AccountRules>();
        services.AddScoped<AccountMails>();
        services.AddScoped<AccountFollowUp>();
        services.AddScoped<SignInCheck>();
        services.AddScoped<AccountRegistration>();
        services.AddScoped<AccountPasswords>();
        services.AddScoped<AccountProfile>();
        services.AddScoped<IMessageValues, AccountMessageValues>();
        services.AddOptions<IdentityOptions>().Configure<SecurityRules>(SetIdentity);
        services.AddOptions<DataProtectionTokenProviderOptions>().Configure<SecurityRules>((o, rules) => o.TokenLifespan = rules.MailToken);
        return services.AddIdentityCore<PortalUser>().AddEntityFrameworkStores<PortalDbContext>().AddDefaultTokenProviders();
    }

    private static void SetIdentity(IdentityOptions options, SecurityRules rules)
    {
        // Names of demonstration accounts and later identity providers follow no alphabet; the database keeps them apart.
        options.User.AllowedUserNameCharacters = string.Empty;
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = rules.LockoutAttempts;
        options.Lockout.DefaultLockoutTimeSpan = rules.Lockout;
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}

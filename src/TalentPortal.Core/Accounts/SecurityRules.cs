using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>The numbers of account security, from <c>seed-data/accounts/security.json</c>.</summary>
public sealed record SecurityRules
{
    /// <summary>Shortest password, characters.</summary>
    public required int PasswordMinimumLength { get; init; }

    /// <summary>Longest password, characters.</summary>
    public required int PasswordMaximumLength { get; init; }

    /// <summary>Wrong passwords until an account is locked.</summary>
    public required int LockoutAttempts { get; init; }

    /// <summary>How long it stays locked.</summary>
    public required TimeSpan Lockout { get; init; }

    /// <summary>After how long without a request staff must sign in again.</summary>
    public required TimeSpan StaffIdle { get; init; }

    /// <summary>The same for applicants, who fill long forms.</summary>
    public required TimeSpan ApplicantIdle { get; init; }

    /// <summary>How long a link in a mail works.</summary>
    public required TimeSpan MailToken { get; init; }

    /// <summary>How many forms of account pages one network address may send in a minute.</summary>
    public required int AccountPostsPerMinute { get; init; }

    /// <summary>How many certificates one network address may check in a minute.</summary>
    public required int VerificationsPerMinute { get; init; }

    /// <summary>How many leads without a name one network address may send in an hour.</summary>
    public required int LeadsPerHour { get; init; }

    /// <summary>How long an API token works.</summary>
    public required TimeSpan ApiToken { get; init; }

    /// <summary>How long an API token may be renewed.</summary>
    public required TimeSpan ApiRefresh { get; init; }

    /// <summary>Reads the numbers.</summary>
    /// <exception cref="StartupRefusedException">The file is missing or wrong.</exception>
    public static SecurityRules Read(SeedFolder files)
    {
        var numbers = ParameterFile.Read(files.PathOf("seed-data/accounts/security.json"));
        return new SecurityRules
        {
            PasswordMinimumLength = numbers.Positive("passwordMinimumLength", "characters"),
            PasswordMaximumLength = numbers.Positive("passwordMaximumLength", "characters"),
            LockoutAttempts = numbers.Positive("lockoutAttempts", "attempts"),
            Lockout = TimeSpan.FromMinutes(numbers.Positive("lockoutMinutes", "minutes")),
            StaffIdle = TimeSpan.FromMinutes(numbers.Positive("staffIdleMinutes", "minutes")),
            ApplicantIdle = TimeSpan.FromMinutes(numbers.Positive("applicantIdleMinutes", "minutes")),
            MailToken = TimeSpan.FromHours(numbers.Positive("mailTokenHours", "hours")),
            AccountPostsPerMinute = numbers.Positive("accountPostsPerMinute", "requests"),
            VerificationsPerMinute = numbers.Positive("verificationsPerMinute", "requests"),
            LeadsPerHour = numbers.Positive("leadsPerHour", "requests"),
            ApiToken = TimeSpan.FromMinutes(numbers.Positive("apiTokenMinutes", "minutes")),
            ApiRefresh = TimeSpan.FromHours(numbers.Positive("apiRefreshHours", "hours")),
        };
    }
}

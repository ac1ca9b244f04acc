using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Notifications;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Databases;

namespace TalentPortal.Core.Tests.Accounts;

/// <summary>Accounts, messages and jobs on a database of their own, without a web server; nothing runs by itself.</summary>
public sealed class AccountHost : TestDatabase
{
    public const string Password = "a sentence nobody guesses";

    private ServiceProvider? services;

    public TestClock Clock { get; } = new();

    public string MailFolder { get; } = Path.Combine(Path.GetTempPath(), $"portal-mail-{Guid.NewGuid():N}");

    public IServiceProvider Services => services ?? throw new InvalidOperationException("The host is there after InitializeAsync.");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        services = Build();
    }

    public override async Task DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        if (Directory.Exists(MailFolder)) Directory.Delete(MailFolder, recursive: true);
        await base.DisposeAsync();
    }

    /// <summary>A second portal on the same database.</summary>
    public ServiceProvider Build(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var collection = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        collection.AddLogging();
        collection.AddSingleton(SeedFolder.Default);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        collection.AddSingleton(DataSource);
        collection.AddDbContext<PortalDbContext>(options => options.UseNpgsql(DataSource));
        collection.AddPortalKeys(TestKeys.Ring());
        collection.AddSingleton(Case.Table);
        collection.AddSingleton<SpineTable>(Case.Table);
        collection.AddSingleton<SpineCatalog>();
        collection.AddSingleton<AuditChain>();
        collection.AddSingleton<AuditStreams>();
        collection.AddSingleton<CaseTransaction>();
        collection.AddSingleton(new PortalAddress(() => "https://portal.example"));
        collection.AddJobs(run: false);
        collection.AddNotifications(configuration, MailFolder, run: false);
        collection.AddAccounts();
        // A test's password has nothing to fear from whoever guesses fast.
        collection.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        more?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Runs something in a scope of its own, as a request does.</summary>
    public async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A confirmed account.</summary>
    public async Task<PortalUser> UserAsync(
        string? email = null, string displayName = "李小兰", string culture = "zh-CN", bool isConfirmed = true)
    {
        var address = email ?? $"user-{Guid.NewGuid():N}@example.org";
        await using var scope = Services.CreateAsyncScope();
        var user = new PortalUser
        {
            Id = Ids.New(),
            UserName = address,
            Email = address,
            EmailConfirmed = isConfirmed,
            DisplayName = displayName,
            Culture = culture,
            LockoutEnabled = true,
            CreatedAt = Clock.GetUtcNow(),
        };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, Password);
        return made.Succeeded ? user : throw new InvalidOperationException(made.ToString());
    }

    /// <summary>A unit; its district is made when it is missing.</summary>
    public async Task<Guid> OrganisationAsync(string code = "unit")
    {
        await ScalarAsync("insert into districts values (1, '450311', 'Y', 'Y') on conflict do nothing");
        var id = Ids.New();
        await ScalarAsync(
            "insert into organisations (id, district_id, code, kind, name_zh, name_en, provenance, active_from) "
            + "values ($1, 1, $2, 'Town', 'Z', 'E', 'test', '2020-01-01')",
            id,
            $"{code}-{id:N}");
        return id;
    }

    public async Task AppointAsync(Guid userId, PortalRole role, Guid organisationId, DateOnly from, DateOnly? to = null)
    {
        await using var db = NewContext();
        db.Appointments.Add(new Appointment
        {
            Id = Ids.New(),
            UserId = userId,
            Role = role,
            OrganisationId = organisationId,
            FromOn = from,
            ToOn = to,
            CreatedAt = Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Sends what waits and hands back the newest mail to an address.</summary>
    public async Task<MailFile?> SendAsync(string address)
    {
        await Services.GetRequiredService<OutboxSender>().RunDueAsync(CancellationToken.None);
        return Services.GetRequiredService<FileMailTransport>().List().FirstOrDefault(mail => mail.Address == address);
    }
}

using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Seeding;
using TalentPortal.Core.Seeding.Bulk;
using TalentPortal.Web.Api;
using TalentPortal.Web.Pages.Admin.Instances;
using TalentPortal.Web.Pages.Admin.Rules;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Hosting;

/// <summary>What the portal is made of.</summary>
internal static class PortalSetup
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    private static readonly string[] UrlSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Registers every area.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        // Set here and in no settings file, because one there would win over ASPNETCORE_URLS.
        if (UrlSettings.All(name => string.IsNullOrWhiteSpace(builder.Configuration[name]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddClock(builder);
        AddData(builder);
        // Before AddSecurity: registering Razor Pages starts a new list of page conventions, which would lose the rules on folders.
        builder.Services.AddPresentation();
        AddKeys(builder);
        AddCases(builder);
        builder.Services.AddJobs();
        builder.Services.AddNotifications(builder.Configuration, Path.Combine(DataOf(builder), "mail"));
        builder.Services.AddSingleton(provider => new PortalAddress(() => AddressOf(provider)));
        builder.AddSecurity();
        builder.Services.AddPortalApi();
        builder.Services.AddOfficerPages();
        builder.Services.AddRulePages();
        builder.Services.AddInstancePages();
        builder.Services.AddHostedService<HeapRest>();
        AddForwardedHeaders(builder);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    private static void AddClock(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => TimeZoneInfo.FindSystemTimeZoneById(
            provider.GetRequiredService<IConfiguration>()["Portal:TimeZone"] ?? "Asia/Shanghai"));
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton(TimeProvider.System);
            return;
        }

        builder.Services.AddSingleton(new PortalClock(TimeProvider.System));
        builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<PortalClock>());
        builder.Services.AddSingleton<ClockOffset>();
        builder.Services.AddHostedService<ClockFollower>();
        builder.Services.AddBulkSeeding(provider =>
        {
            var clock = provider.GetRequiredService<PortalClock>();
            return new BulkClock(() => clock.Offset, offset => clock.Offset = offset);
        });
    }

    private static void AddData(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton(provider =>
            provider.GetRequiredService<PortalDatabase>().CreateSource(provider.GetRequiredService<ILoggerFactory>()));
        services.AddDbContext<PortalDbContext>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(Migration.ReadEmbedded());
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>()["Portal:SeedRoot"] is { Length: > 0 } root
            ? new SeedFolder(root)
            : SeedFolder.Default);
        services.AddSingleton<SeedRunner>();
        services.AddSingleton<SeedMark>();
        services.AddSingleton(provider => DemoOf(provider.GetRequiredService<IConfiguration>(), builder.Environment));
        services.AddSingleton<DemoCases>();
        services.AddScoped<ISeeder, OrganisationSeeder>();
        services.AddScoped<ISeeder, AccountSeeder>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<DemoCaseSeeder>();
    }

    private static DemoOptions DemoOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var isEnabled = configuration.GetValue("Portal:DemoData", environment.IsDevelopment());
        return new DemoOptions(
            isEnabled,
            configuration["Portal:DemoPassword"] is { Length: > 0 } password ? password : DemoOptions.DefaultPassword,
            isEnabled && configuration.GetValue("Portal:DemoCases", defaultValue: true));
    }

    private static string DataOf(WebApplicationBuilder builder) => PortalFolders.Data(builder.Configuration, builder.Environment);

    private static void AddKeys(WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["Portal:Keys"];
        builder.Services.AddPortalKeys(string.IsNullOrWhiteSpace(configured) && builder.Environment.IsDevelopment()
            ? KeyStore.ReadOrGenerate(Path.Combine(DataOf(builder), "keys"))
            : KeyStore.Read(configured));
    }

    private static void AddCases(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new AuditAnchorOptions(Path.Combine(DataOf(builder), "audit")));
        services.AddHostedService<AuditAnchorWriter>();
        services.AddPortalCore(builder.Configuration);
        services.AddMaterials(builder.Configuration);
        services.AddHostedService(provider => provider.GetRequiredService<DueCaseWorker>());
    }

    private static string AddressOf(IServiceProvider provider)
    {
        var configured = provider.GetRequiredService<IConfiguration>()["Portal:PublicUrl"];
        if (!string.IsNullOrWhiteSpace(configured)) return configured;
        var listening = provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return listening?.FirstOrDefault() ?? DefaultUrl;
    }

    /// <summary>Behind a proxy, <c>Portal:TrustedProxies</c> names its addresses, separated by commas; others are not believed.</summary>
    private static void AddForwardedHeaders(WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["Portal:TrustedProxies"];
        if (string.IsNullOrWhiteSpace(configured)) return;
        var proxies = configured.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => IPAddress.TryParse(text, out var address)
                ? address
                : throw new StartupRefusedException($"Portal:TrustedProxies has '{text}', which is no IP address."))
            .ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
        });
    }
}

using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using TalentPortal.Core;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Seeding;
using TalentPortal.Web.Api;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Hosting;

/// <summary>What happens from the built portal to the first request.</summary>
internal static class PortalStart
{
    /// <summary>Starts the database, brings schema and seed data up to date, then serves until stopped, or runs one command.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartupRefusedException">The portal cannot start; the message says why.</exception>
    public static async Task<int> RunPortalAsync(this WebApplication app, string[] args)
    {
        // What serves requests is laid out while the database comes up: neither asks for the other.
        var preparing = Task.Run(() => app.PrepareAsync(app.Lifetime.ApplicationStopping));
        var isCommand = args is ["audit", "verify", ..] || SeedCommand.Is(args);
        try
        {
            if (!isCommand) app.UsePortal();
        }
        finally
        {
            await preparing;
        }

        if (SeedCommand.Is(args)) return await SeedCommand.RunAsync(app.Services, args);
        if (isCommand) return await AuditCommand.VerifyAsync(app.Services, CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app));
        await app.RunAsync();
        return 0;
    }

    private static async Task PrepareAsync(this WebApplication app, CancellationToken ct)
    {
        var services = app.Services;
        var database = services.GetRequiredService<PortalDatabase>();
        await database.StartAsync(ct);
        await database.PrepareAsync(services, ct);
        if (services.GetService<ClockOffset>() is { } offset) await offset.FollowAsync(ct);
        var mark = services.GetRequiredService<SeedMark>();
        var isLoaded = await mark.IsSetAsync(ct);
        if (!isLoaded) await services.GetRequiredService<SeedRunner>().RunAsync(ct);
        await services.LoadPortalCoreAsync(ct);
        if (!isLoaded && await HasDemoCasesAsync(services, ct)) await mark.SetAsync(ct);
    }

    /// <summary>Makes the demonstration's cases, where they are wanted.</summary>
    /// <returns>Whether none is missing now.</returns>
    private static async Task<bool> HasDemoCasesAsync(IServiceProvider services, CancellationToken ct)
    {
        if (!services.GetRequiredService<DemoOptions>().HasCases) return true;
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DemoCaseSeeder>().SeedAsync(ct)).Refused == 0;
    }

    private static void UsePortal(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration["Portal:TrustedProxies"])) app.UseForwardedHeaders();
        app.UsePresentation();
        app.UseRouting();
        // Before anybody is asked who they are: it answers only those who say nothing.
        app.UseOutputCache();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapPortalApi();
        app.MapRazorPages();
        // An address that leads nowhere is "not found" for everybody, not a question for a password.
        app.MapFallback("{*path}", context => context.RequestServices.GetRequiredService<ApiMethods>().AnswerAsync(context))
            .AllowAnonymous();
    }
}

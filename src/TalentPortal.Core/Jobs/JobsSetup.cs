using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Jobs;

/// <summary>What a program registers to have jobs.</summary>
public static class JobsSetup
{
    /// <summary>Registers queue, runner and signal. The runner starts with the host unless <paramref name="run"/> is false.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, bool run = true)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<JobQueue>(
            provider, RetryRules.Read(provider.GetRequiredService<SeedFolder>(), "job")));
        services.AddSingleton<JobRunner>();
        if (run) services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        return services;
    }

    /// <summary>Looks every <paramref name="pause"/> for what another portal changed of what <typeparamref name="T"/> holds.</summary>
    public static IServiceCollection AddPeriodicLook<T>(
        this IServiceCollection services, TimeSpan pause, Func<T, CancellationToken, Task> look)
        where T : class
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton<IHostedService>(provider => new PeriodicLook(
            ct => look(provider.GetRequiredService<T>(), ct), pause, provider.GetRequiredService<ILogger<T>>()));
    }

    /// <summary>Registers who does the jobs of <typeparamref name="T"/>'s kind.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services)
        where T : class, IJobHandler
    {
        services.AddScoped<T>();
        return services.AddSingleton(new JobRegistration(T.Kind, typeof(T)));
    }
}

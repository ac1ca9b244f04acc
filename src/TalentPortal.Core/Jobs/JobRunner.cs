using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentPortal.Core.Jobs;

/// <summary>Runs due jobs, one after the other, until the portal stops.</summary>
/// <param name="queue">Where they come from.</param>
/// <param name="handlers">Who does which kind.</param>
/// <param name="scopes">Each job gets a scope of its own.</param>
/// <param name="signal">Says that there may be work before the next look.</param>
/// <param name="logger">Told of failures.</param>
public sealed class JobRunner(
    JobQueue queue, IEnumerable<JobRegistration> handlers, IServiceScopeFactory scopes, WorkSignal signal, ILogger<JobRunner> logger)
    : BackgroundService
{
    private readonly Dictionary<string, Type> byKind = handlers.ToDictionary(x => x.Kind, x => x.Handler, StringComparer.Ordinal);

    /// <summary>Runs what is due now and what becomes due meanwhile.</summary>
    /// <returns>How many jobs were begun.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var count = 0;
        await queue.GiveUpAbandonedAsync(ct);
        while (await queue.TakeAsync(ct) is { } job)
        {
            await RunAsync(job, ct);
            count++;
        }

        return count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception unreachable) when (unreachable is not OperationCanceledException)
            {
                logger.LogError(unreachable, "Jobs could not be read; looking again in a second");
            }

            await WorkSignal.WaitAsync(next, stoppingToken);
        }
    }

    private async Task RunAsync(Job job, CancellationToken ct)
    {
        try
        {
            if (!byKind.TryGetValue(job.Kind, out var type))
                throw new InvalidOperationException($"This portal knows no job of kind {job.Kind}.");
            await using var scope = scopes.CreateAsyncScope();
            await ((IJobHandler)scope.ServiceProvider.GetRequiredService(type)).HandleAsync(job, ct);
            await queue.DoneAsync(job, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await queue.ReleaseAsync(job);
            throw;
        }
        catch (Exception failure)
        {
            var isGivenUp = await queue.FailAsync(job, $"{failure.GetType().Name}: {failure.Message}", ct);
            logger.Log(isGivenUp ? LogLevel.Error : LogLevel.Warning, failure,
                "Job {JobId} of kind {Kind} failed at attempt {Attempt}{End}",
                job.Id, job.Kind, job.Attempts, isGivenUp ? "; given up" : "");
        }
    }
}

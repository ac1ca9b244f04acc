using Microsoft.Extensions.DependencyInjection;
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
    : QueueWorker(signal, logger)
{
    private readonly Dictionary<string, Type> byKind = handlers.ToDictionary(x => x.Kind, x => x.Handler, StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task<int> RunDueAsync(CancellationToken ct)
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

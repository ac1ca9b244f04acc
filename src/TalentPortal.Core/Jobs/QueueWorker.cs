using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentPortal.Core.Jobs;

/// <summary>Works off a queue when it is told that there may be work, and looks each second anyway, until the portal stops.</summary>
/// <param name="signal">Says that there may be work before the next look.</param>
/// <param name="logger">Told when the queue could not be read.</param>
public abstract class QueueWorker(WorkSignal signal, ILogger logger) : BackgroundService
{
    /// <summary>Works off what is due now and what becomes due meanwhile.</summary>
    /// <returns>How many entries were begun.</returns>
    public abstract Task<int> RunDueAsync(CancellationToken ct);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
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
                logger.LogError(unreachable, "{Worker} could not read its queue; looking again in a second", GetType().Name);
            }

            await WorkSignal.WaitAsync(next, stoppingToken);
        }
    }
}

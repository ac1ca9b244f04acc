using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentPortal.Core.Jobs;

/// <summary>
/// Looks again and again whether another portal changed something, until the portal stops. A look that fails is logged, and the next one
/// comes: what was read before goes on to hold.
/// </summary>
/// <param name="look">One look; harmless when nothing changed.</param>
/// <param name="pause">Between two looks.</param>
/// <param name="logger">Told when a look failed.</param>
internal sealed class PeriodicLook(Func<CancellationToken, Task> look, TimeSpan pause, ILogger logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await look(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "A look for changes failed; the next one comes in {Pause}", pause);
            }
        }
    }
}

namespace TalentPortal.Web.Hosting;

/// <summary>Looks each second whether another portal moved the Development clock.</summary>
internal sealed class ClockFollower(ClockOffset offset, PortalClock clock, ILogger<ClockFollower> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock.Machine);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await offset.FollowAsync(stoppingToken);
            }
            catch (Exception unreachable) when (unreachable is not OperationCanceledException)
            {
                logger.LogDebug(unreachable, "The clock's offset could not be read; the last one holds");
            }
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>Looks twice a minute for calendars that another portal recorded, until the portal stops.</summary>
/// <param name="calendars">Takes them over.</param>
/// <param name="logger">Told when the database could not be asked.</param>
public sealed class CalendarWatch(RecordedCalendars calendars, ILogger<CalendarWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await calendars.LookAsync(stoppingToken);
            }
            catch (Exception unreachable) when (unreachable is not OperationCanceledException)
            {
                logger.LogError(unreachable, "Recorded calendars could not be read; looking again in {Pause}", Pause);
            }
        }
    }
}

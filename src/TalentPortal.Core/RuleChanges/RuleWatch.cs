using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Looks for released rules three times a minute, until the portal stops.</summary>
/// <param name="rules">Takes them over.</param>
/// <param name="logger">Told when the database could not be asked.</param>
public sealed class RuleWatch(ReleasedRules rules, ILogger<RuleWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rules.LookAsync(stoppingToken);
            }
            catch (Exception unreachable) when (unreachable is not OperationCanceledException)
            {
                logger.LogError(unreachable, "Released rules could not be read; looking again in {Pause}", Pause);
            }
        }
    }
}

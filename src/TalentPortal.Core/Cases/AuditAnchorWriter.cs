using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentPortal.Core.Cases;

/// <summary>
/// Writes anchors once an hour and when the portal stops. Twice does no harm: what stands there already is not written again.
/// </summary>
public sealed class AuditAnchorWriter(AuditAnchors anchors, ILogger<AuditAnchorWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly Lock stopping = new();
    private Task? last;

    /// <summary>Writes the last anchors. A host may be told to stop twice at once: both wait for the same writing.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task writing;
        lock (stopping) writing = last ??= WriteAsync(cancellationToken);
        await writing;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        try
        {
            var count = await anchors.WriteAsync(ct);
            if (count > 0) logger.LogInformation("Anchored the audit of {Count} streams", count);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database or the disk may be gone: the next hour covers what this one missed.
            logger.LogError(failure, "The audit could not be anchored");
        }
    }
}

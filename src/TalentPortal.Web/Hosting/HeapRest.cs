namespace TalentPortal.Web.Hosting;

/// <summary>
/// Gives the heap's free memory back while nobody asks for anything: the machine is small and PostgreSQL shares it. A collector that
/// sees no new objects never runs by itself, so what the start and the last busy hour needed would stay.
/// </summary>
internal sealed class HeapRest(TimeProvider time) : BackgroundService
{
    /// <summary>What the workers' own looks at the database need in a <see cref="Pause"/> stays far below it.</summary>
    private const long Little = 8 * 1024 * 1024;

    private const long Worthwhile = 16 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var (atRest, before) = (0L, GC.GetTotalAllocatedBytes());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - before < Little && allocated - atRest > Worthwhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                atRest = allocated;
            }

            before = allocated;
        }
    }
}

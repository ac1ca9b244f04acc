using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>Goes on with a gathered notice that the portal which began it did not finish.</summary>
/// <param name="run">Carries it through.</param>
public sealed class GatherNoticeJob(GatheringRun run) : IJobHandler
{
    // Twice is harmless: the job's id is the notice's, and every step of the run looks at what is there.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "notices.gather";

    /// <inheritdoc />
    public Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        return run.RunAsync(job.Id, ct);
    }
}

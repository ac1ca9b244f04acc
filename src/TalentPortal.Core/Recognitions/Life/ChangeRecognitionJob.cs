using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>Carries what another case decided into the recognition's own case.</summary>
/// <param name="transactions">Opens the case.</param>
/// <param name="life">Applies it.</param>
/// <param name="recognitions">Finds the case.</param>
/// <param name="time">The portal's clock.</param>
public sealed class ChangeRecognitionJob(CaseTransaction transactions, RecognitionLife life, LifeQueries recognitions, TimeProvider time)
    : IJobHandler
{
    // Twice is harmless: the job's id is the operation's; and a recognition that has ended, or a year that is checked, is left as it is.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "recognitions.change";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var change = RecognitionChange.FromJson(job.Payload);
        var caseId = await recognitions.CaseOfAsync(change.Recognition, ct)
            ?? throw new InvalidOperationException($"There is no recognition {change.Recognition}.");
        var operation = Operation.Begin(job.Id, "RecognitionChanging", change.ByUser, role: null, time);
        var result = await transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            var recognition = work.Rows<Recognition>().Single(row => row.Id == change.Recognition);
            if (RecognitionStatuses.Final.Contains(recognition.Status) || await RecognitionLife.IsKnownAsync(work, change, token))
                return Result.Success;
            return await life.ApplyAsync(work, recognition, change, note: "", token);
        }, ct);
        if (!result.Succeeded)
            throw new InvalidOperationException($"Recognition {change.Recognition} did not take {change.Kind}: {result.Refusal.Key}.");
    }
}

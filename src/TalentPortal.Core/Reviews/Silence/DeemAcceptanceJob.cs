using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Clocks;

namespace TalentPortal.Core.Reviews.Silence;

/// <summary>Looks whether an application was answered when the time to accept is over.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="silence">What is done.</param>
/// <param name="time">The portal's clock.</param>
public sealed class DeemAcceptanceJob(CaseTransaction cases, SilentAcceptance silence, TimeProvider time) : IJobHandler
{
    // Twice is harmless: job and planned moment are the operation's id, and the acceptance ends the clock it looks at.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "reviews.deem-acceptance";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var turning = JsonSerializer.Deserialize<LightTurning>(job.Payload, JsonSerializerOptions.Web)!;
        var id = Operation.IdFromKey(job.Id, job.RunAt.ToString("O", CultureInfo.InvariantCulture));
        var result = await cases.RunAsync(
            job.CaseId!.Value, Operation.Begin(id, "AcceptanceDeeming", userId: null, role: null, time), async (work, token) =>
        {
            await silence.TakeAsync(work, turning.ClockId, token);
            return Result.Success;
        }, ct);
        if (!result.Succeeded)
            throw new InvalidOperationException($"The acceptance by silence {job.Id} was refused: {result.Refusal.Key}.");
    }
}

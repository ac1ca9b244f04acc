using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>Looks at a clock when its light turns.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="turns">What is done.</param>
/// <param name="time">The portal's clock.</param>
public sealed class LightTurningJob(CaseTransaction cases, LightTurns turns, TimeProvider time) : IJobHandler
{
    // Twice is harmless: job and planned moment are the operation's id, and what is said is written with the date for which it was said.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "reviews.light-turning";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var turning = JsonSerializer.Deserialize<LightTurning>(job.Payload, JsonSerializerOptions.Web)!;
        var id = Operation.IdFromKey(job.Id, job.RunAt.ToString("O", CultureInfo.InvariantCulture));
        var operation = Operation.Begin(id, "LightTurning", userId: null, role: null, time);
        var result = await cases.RunAsync(job.CaseId!.Value, operation, async (work, token) =>
        {
            await turns.TurnAsync(work, turning.ClockId, token);
            return Result.Success;
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The turn of the light {job.Id} was refused: {result.Refusal.Key}.");
    }
}

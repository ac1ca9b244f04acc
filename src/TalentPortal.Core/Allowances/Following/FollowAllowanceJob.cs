using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;

namespace TalentPortal.Core.Allowances.Following;

/// <summary>
/// A recognition ended: an allowance that the card gives no longer ends, in its own case. How much of what was paid comes back, the office
/// claims by what was decided: a decision names one sum, and an allowance does not know which part of it is its own.
/// </summary>
/// <param name="followUp">Says whether it has to end.</param>
/// <param name="clawback">Ends it.</param>
/// <param name="recognitions">Says how the recognition stands.</param>
/// <param name="time">The portal's clock.</param>
public sealed class FollowAllowanceJob(AllowanceFollowUp followUp, AllowanceClawback clawback, LifeQueries recognitions, TimeProvider time)
    : IJobHandler
{
    // Twice is harmless: the operation's id comes from the job's id, and an allowance that has ended is left as it is.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "allowances.follow-recognition";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var order = FollowUpOrder.FromJson(job.Payload);
        if (await recognitions.FindAsync(order.Recognition, ct) is not { } recognition) return;
        if (order.Case is { } named)
        {
            await EndAsync(named, job.Id, order, recognition, ct);
            return;
        }

        // None was named when it was planned: what has come since is looked at now, each in its own case.
        foreach (var allowance in await followUp.RunningOfAsync(order.Recognition, ct))
            await EndAsync(allowance, Operation.IdFromKey(job.Id, allowance.ToString("N")), order, recognition, ct);
    }

    private async Task EndAsync(Guid allowance, Guid operation, FollowUpOrder order, RecognitionLifeView recognition, CancellationToken ct)
    {
        if (!await followUp.EndsAsync(allowance, order.Recognition, recognition.Status, ct)) return;
        var claim = new ClawbackOrder(order.ByCase ?? recognition.CaseId, order.On, Amount: null, RecoveryGround.Revoked,
            followUp.Reason, DecidedBy: null);
        var done = await clawback.ApplyAsync(
            allowance, claim, Operation.Begin(operation, "AllowanceFollowing", userId: null, role: null, time), ct);
        if (!done.Succeeded) throw new InvalidOperationException($"The allowance {allowance} did not end: {done.Refusal.Key}.");
    }
}

using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Accounts;

/// <summary>What follows every change of an account: an audit entry, a fresh look at its rights, a nudge for the mail sender.</summary>
/// <param name="audit">The audit's stream of sign-ins. Facts are ids and codes; a name that somebody typed is never among them.</param>
/// <param name="actors">Forgets the account.</param>
/// <param name="signal">Wakes the workers.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AccountTrace(AuditStreams audit, ActorCache actors, WorkSignal signal, TimeProvider time)
{
    /// <summary>The holder did something to the own account.</summary>
    public async Task RecordAsync(string type, PortalUser user, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(user);
        actors.Forget(user.Id);
        signal.Raise();
        await AppendAsync(type, user.Id, new Dictionary<string, object?>(StringComparer.Ordinal), ct);
    }

    /// <summary>Somebody who is not known to be the holder tried to.</summary>
    /// <param name="type">What was tried.</param>
    /// <param name="accountId">On which account; null when there is none of that name.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task RecordAttemptAsync(string type, Guid? accountId, CancellationToken ct) =>
        AppendAsync(type, userId: null, new Dictionary<string, object?>(StringComparer.Ordinal) { ["accountId"] = accountId }, ct);

    private Task AppendAsync(string type, Guid? userId, Dictionary<string, object?> facts, CancellationToken ct) =>
        audit.AppendAsync(AuditStream.SignIn, type, Operation.Begin(Ids.New(), type, userId, role: null, time), facts, ct);
}

using System.Text.Json.Nodes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>Ends the case of an objection whose entry is gone: the case it stopped has ended, or another objection was upheld.</summary>
/// <param name="transactions">Opens the case.</param>
/// <param name="orchestrator">Ends its workflow.</param>
/// <param name="clocks">Ends its clocks.</param>
/// <param name="queue">Where its opening may still wait.</param>
/// <param name="time">The portal's clock.</param>
public sealed class DropObjectionJob(
    CaseTransaction transactions, Orchestrator orchestrator, CaseClocks clocks, JobQueue queue, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's, and a case that has ended is left as it is.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "objections.drop-case";

    /// <summary>The payload that names an objection.</summary>
    public static string Payload(Guid objection) => new JsonObject { ["objection"] = objection }.ToJsonString();

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var objection = JsonNode.Parse(job.Payload)!["objection"]!.GetValue<Guid>();
        if (await queue.IsWaitingAsync(objection, ct))
            throw new InvalidOperationException($"The case of objection {objection} is not open yet: it is ended at the next attempt.");
        var operation = Operation.Begin(job.Id, "ObjectionDropping", userId: null, role: null, time);
        await transactions.RunAsync(objection, operation, async (work, token) =>
        {
            if (work.Rows<Application>().Single() is not { IsFinal: false } application) return Result.Success;
            var ended = application.Become(ApplicationStatus.Terminated, work.Now);
            if (!ended.Succeeded) throw new InvalidOperationException($"An objection that is {application.Status} cannot be ended.");
            await orchestrator.CancelAllAsync(work, token);
            clocks.End(work, _ => true);
            work.Rows<Application>().Replace(ended.Value);
            work.Record("ObjectionDropped");
            work.Tell(MessageTemplates.ApplicationTerminated);
            return Result.Success;
        }, ct);
    }
}

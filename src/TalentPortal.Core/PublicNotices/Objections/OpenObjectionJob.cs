using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>Opens the case of an objection that has frozen an entry.</summary>
/// <param name="transactions">Opens the case.</param>
/// <param name="cases">Fills it.</param>
/// <param name="actors">Finds who raised it.</param>
/// <param name="time">The portal's clock.</param>
public sealed class OpenObjectionJob(CaseTransaction transactions, ObjectionCases cases, ActorCache actors, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the objection's id is the operation's and the case's; a second start gets the first answer.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "objections.open-case";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var order = ObjectionOrder.FromJson(job.Payload);
        var raised = await cases.FindAsync(job.Id, ct) ?? throw new InvalidOperationException($"There is no objection {job.Id}.");
        var by = await actors.FindAsync(order.By, ct) ?? throw new InvalidOperationException($"There is no account {order.By}.");
        var operation = Operation.Begin(job.Id, "ObjectionCaseOpening", order.By, role: null, time);
        var opened = new Case { Id = job.Id, Kind = CaseKind.Objection, DistrictId = raised.DistrictId, CreatedAt = operation.At };
        var result = await transactions.CreateAsync(opened, operation, async (work, token) =>
        {
            work.RefuseOn("cases_pkey", new OperationIdReused());
            var filled = await cases.FillAsync(work, raised, by, order.Materials, token);
            return filled.Succeeded ? Result.Of(true) : filled.Refusal;
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The case of objection {job.Id} was refused: {result.Refusal.Key}.");
    }
}

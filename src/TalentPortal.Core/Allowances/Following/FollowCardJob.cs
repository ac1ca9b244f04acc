using Npgsql;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Following;

/// <summary>
/// A card was cancelled or got another level, whoever did it: each allowance that runs under it ends in its own case, with the card or on
/// the eve of the new level, at which its holder may ask for it anew.
/// </summary>
/// <param name="transactions">Locks the allowance's case.</param>
/// <param name="books">Reads how the card stands by then.</param>
/// <param name="words">Says why.</param>
/// <param name="time">The portal's clock.</param>
public sealed class FollowCardJob(CaseTransaction transactions, AllowanceBooks books, AllowanceFollowUp words, TimeProvider time)
    : IJobHandler
{
    // Twice is harmless: the job's id is the operation's id, and an allowance that has ended is left as it is.

    /// <summary>
    /// Runs after the card's row is written: a grant that was under way has by then been made, or sees the card as it is now.
    /// </summary>
    private const string PlanSql =
        """
        insert into jobs (id, kind, case_id, payload, status, run_at, created_at)
        select gen_random_uuid(), $2, case_id, '{}'::json, 'Waiting', $3, $3 from allowances where card_id = $1 and status = 'Active'
        """;

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "allowances.follow-card";

    /// <summary>Plans a job for each allowance that runs, in the transaction that changes the card.</summary>
    public static void Plan(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!work.Changed<CardAction>().Any(IsChange)) return;
        work.Execute(new NpgsqlBatchCommand(PlanSql) { Parameters = { CaseBatch.Uuid(work.CaseId), CaseBatch.Text(Kind), CaseBatch.At(work.Now) } });
    }

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var operation = Operation.Begin(job.Id, "AllowanceFollowing", userId: null, role: null, time);
        var done = await transactions.RunAsync(job.CaseId!.Value, operation, EndAsync, ct);
        if (!done.Succeeded)
            throw new InvalidOperationException($"The allowance {job.CaseId} did not follow its card: {done.Refusal.Key}.");
    }

    private static bool IsChange(CardAction deed) =>
        deed.Kind is CardActionKind.Cancelled || (deed.LevelBefore is { } before && before != deed.LevelAfter);

    private async Task<Result> EndAsync(CaseWork work, CancellationToken ct)
    {
        if (await books.OfAsync(work, ct) is not { Allowance: { Status: AllowanceStatus.Active } allowance } facts) return Result.Success;
        if (facts.Card.CancelledOn is { } cancelledOn)
            return await AllowanceDesk.EndAsync(
                work, allowance, cancelledOn, words.ReasonOfCancellation, MessageTemplates.AllowanceEnded, ct);
        // What comes once was had at the grant: another level gives it no second time.
        if (allowance.Period is null || facts.Card.LevelSince(allowance.Level) is not { } since) return Result.Success;
        return await AllowanceDesk.EndAsync(
            work, allowance, since.AddDays(-1), words.ReasonOfLevel, MessageTemplates.AllowanceLevelChanged, ct);
    }
}

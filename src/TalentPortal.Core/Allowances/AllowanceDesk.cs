using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Allowances;

/// <summary>The talent office's side of an allowance: what was found for a period, and its end. Nobody handles their own.</summary>
public sealed class AllowanceDesk(CaseTransaction transactions, AllowanceBooks books, AllowanceTerms terms, PortalTimeZone zone)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Longest name of a source, in characters.</summary>
    public const int LongestSource = 200;

    /// <summary>Enters what was found for a period; an entry made before counts no longer.</summary>
    public Task<Result> EnterAsync(Actor actor, Guid allowanceId, ConditionEntering found, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(found);
        return DoAsync(actor, allowanceId, operation, (work, facts) =>
        {
            var instalments = facts.Instalments(zone.DateOf(work.Now), terms.HighestPayment(zone.DateOf(work.Now)));
            if (instalments.FirstOrDefault(one => one.Instalment.From == found.PeriodFrom) is not { } one) return new PeriodUnknown();
            if (one.State is InstalmentState.OnTheWay or InstalmentState.Paid) return new PeriodPaidAlready();
            var most = facts.MonthsPossible(one.Instalment);
            if (found.InsuranceMonths < 0 || found.InsuranceMonths > most) return new InsuranceMonthsNotPossible(most);
            if (string.IsNullOrWhiteSpace(found.Source) || found.Source.Length > LongestSource)
                return new AllowanceReasonMissing(LongestSource);
            work.Rows<ConditionEntry>().Add(new ConditionEntry
            {
                Id = Ids.New(),
                CaseId = work.CaseId,
                PeriodFrom = found.PeriodFrom,
                Employed = found.Employed,
                InsuranceMonths = found.InsuranceMonths,
                Source = found.Source.Trim(),
                ByUserId = actor.UserId,
                EnteredAt = work.Now,
            });
            work.Record("AllowanceConditionEntered", ("period", found.PeriodFrom), ("employed", found.Employed),
                ("months", found.InsuranceMonths));
            return Result.Success;
        }, ct);
    }

    /// <summary>Ends an allowance; its holder reads why.</summary>
    public Task<Result> EndAsync(
        Actor actor, Guid allowanceId, DateOnly on, string? reason, int revision, Operation operation, CancellationToken ct) =>
        DoAsync(actor, allowanceId, operation, async (work, facts, token) =>
        {
            if (facts.Allowance.Revision != revision) return new AllowanceChangedElsewhere();
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return new AllowanceReasonMissing(LongestReason);
            if (on > zone.DateOf(work.Now) || on < facts.Allowance.FromOn.AddDays(-1)) return new AllowanceEndNotPossible();
            return await EndAsync(work, facts.Allowance, on, reason.Trim(), MessageTemplates.AllowanceEnded, token);
        }, ct);

    /// <summary>Ends the allowance of a locked case, and tells its holder.</summary>
    internal static async Task<Result> EndAsync(
        CaseWork work, Allowance allowance, DateOnly on, string reason, string template, CancellationToken ct)
    {
        var ended = allowance.End(on, reason);
        if (!ended.Succeeded) return ended.Refusal;
        work.Rows<Allowance>().Replace(ended.Value);
        work.Record("AllowanceEnded", ("on", ended.Value.EndedOn));
        await AllowanceMessages.TellAsync(work, allowance.PersonId, template, ct, ended.Value.EndedOn);
        return Result.Success;
    }

    /// <summary>Does something with an allowance that is not the officer's own, with its row locked.</summary>
    internal Task<Result> DoAsync(Actor actor, Guid allowanceId, Operation operation,
        Func<CaseWork, AllowanceFacts, CancellationToken, Task<Result>> deed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(allowanceId, operation, async (work, token) =>
        {
            if (!actor.Can(Permission.ManageAllowances) || await books.OfAsync(work, token) is not { } facts) return new CaseNotFound();
            return facts.Allowance.PersonId == actor.PersonId ? new AllowanceIsOwn() : await deed(work, facts, token);
        }, ct);
    }

    private Task<Result> DoAsync(
        Actor actor, Guid allowanceId, Operation operation, Func<CaseWork, AllowanceFacts, Result> deed, CancellationToken ct) =>
        DoAsync(actor, allowanceId, operation, (work, facts, _) => Task.FromResult(deed(work, facts)), ct);
}

using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>Takes a use back: somebody of the venue asks, a manager of it or the talent office decides, never the same person.</summary>
public sealed class Reversals(CaseTransaction transactions, VenueDirectory venues, NpgsqlDataSource database)
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 1000;

    private const string FindSql = "select case_id, venue_id from redemptions where id = $1";
    private const string ReverseSql = "update redemptions set reversed = true where id = $1";

    /// <summary>Asks.</summary>
    public async Task<Result> AskAsync(Actor actor, Guid redemptionId, string? reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindAsync(redemptionId, ct) is not var (cardId, venue) || !VenueDirectory.IsStaff(actor, venue))
            return new RedemptionUnknown();
        var why = reason?.Trim();
        if (why is not { Length: > 0 and <= LongestReason }) return new ReversalReasonMissing(LongestReason);
        return await transactions.RunAsync(cardId, operation, (work, _) =>
        {
            if (work.Rows<Reversal>().Any(row => row.RedemptionId == redemptionId && row.Status is not ReversalStatus.Declined))
                return Task.FromResult<Result>(new ReversalAskedAlready());
            var asked = work.Rows<Reversal>().Add(new Reversal
            {
                Id = Ids.New(),
                CaseId = cardId,
                RedemptionId = redemptionId,
                Reason = why,
                AskedBy = actor.UserId,
                AskedAt = work.Now,
            });
            work.Record("ReversalAsked", ("redemption", redemptionId), ("reversal", asked.Id));
            return Task.FromResult(Result.Success);
        }, ct);
    }

    /// <summary>Agrees, or declines: the use counts no longer, or stands.</summary>
    public async Task<Result> DecideAsync(Actor actor, Guid redemptionId, bool isAgreed, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindAsync(redemptionId, ct) is not var (cardId, venue)
            || (!VenueDirectory.IsManager(actor, venue) && !actor.Holds(PortalRole.TalentOffice)))
            return new RedemptionUnknown();
        return await transactions.RunAsync(cardId, operation, (work, _) =>
        {
            if (work.Rows<Reversal>()
                .SingleOrDefault(row => row.RedemptionId == redemptionId && row.Status is ReversalStatus.Asked) is not { } asked)
                return Task.FromResult<Result>(new ReversalNotAsked());
            if (asked.AskedBy == actor.UserId) return Task.FromResult<Result>(new ReversalByOneself());
            work.Rows<Reversal>().Replace(asked with
            {
                Status = isAgreed ? ReversalStatus.Agreed : ReversalStatus.Declined,
                DecidedBy = actor.UserId,
                DecidedAt = work.Now,
            });
            if (isAgreed) work.Execute(new NpgsqlBatchCommand(ReverseSql) { Parameters = { CaseBatch.Uuid(redemptionId) } });
            work.Record(isAgreed ? "ReversalAgreed" : "ReversalDeclined", ("redemption", redemptionId), ("reversal", asked.Id));
            return Task.FromResult(Result.Success);
        }, ct);
    }

    private async Task<(Guid CardId, Venue Venue)?> FindAsync(Guid redemptionId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(CaseBatch.Uuid(redemptionId));
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return null;
        var (cardId, venueId) = (row.GetGuid(0), row.GetGuid(1));
        return await venues.FindAsync(venueId, ct) is { } venue ? (cardId, venue) : null;
    }
}

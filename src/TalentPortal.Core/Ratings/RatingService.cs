using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings.Handling;

namespace TalentPortal.Core.Ratings;

/// <summary>
/// The rater's side: a rating, and the one follow-up after a bad one was put right. Operations begin without a user: neither the audit nor
/// the table of operations tells who rated.
/// </summary>
public sealed class RatingService(
    CaseTransaction transactions, RatingScale scale, RatingTerms terms, RatingReminders reminders, PortalTimeZone zone, TimeProvider time)
{
    private const string MayRateSql =
        $"select exists (select from ratings r join applications a on a.case_id = r.rated_case_id where r.case_id = $3 and {OwnRatingSql.Own})";

    /// <summary>Begins the operation of a form or call, without a user.</summary>
    public Operation Begin(Guid operationId, string type, byte[]? requestDigest = null) =>
        Operation.Begin(operationId, type, userId: null, role: null, time) with { RequestDigest = requestDigest };

    /// <summary>Rates.</summary>
    public Task<Result> GiveAsync(
        Actor actor, Guid ratingId, RatingAnswer answer, Guid operationId, CancellationToken ct, byte[]? requestDigest = null) =>
        transactions.RunAsync(ratingId, Begin(operationId, "RatingGiving", requestDigest), async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (await FindAsync(work, actor, token) is not { } rating) return new CaseNotFound();
            var given = rating.Give(answer, scale, terms, actor.UserId, zone.DateOf(work.Now));
            if (!given.Succeeded) return given.Refusal;
            work.Rows<Rating>().Replace(given.Value);
            work.Record("RatingGiven");
            if (given.Value.IsOpenBad) await reminders.OpenAsync(work, given.Value, token);
            return Result.Success;
        }, ct);

    /// <summary>Rates once more, after it was put right.</summary>
    public Task<Result> FollowUpAsync(
        Actor actor, Guid ratingId, RatingAnswer answer, Guid operationId, CancellationToken ct, byte[]? requestDigest = null) =>
        transactions.RunAsync(ratingId, Begin(operationId, "RatingFollowingUp", requestDigest), async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (await FindAsync(work, actor, token) is not { } rating || rating.RatedBy != actor.UserId) return new CaseNotFound();
            var said = rating.FollowUp(answer, scale, zone.DateOf(work.Now));
            if (!said.Succeeded) return said.Refusal;
            work.Rows<Rating>().Replace(said.Value);
            work.Record("RatingFollowedUp");
            return Result.Success;
        }, ct);

    private static async Task<Rating?> FindAsync(CaseWork work, Actor actor, CancellationToken ct)
    {
        if (work.Rows<Rating>().SingleOrDefault() is not { } rating) return null;
        await using var command = new NpgsqlCommand(MayRateSql, work.Connection);
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        command.Parameters.Add(CaseBatch.Uuid(actor.PersonId));
        command.Parameters.Add(CaseBatch.Uuid(work.CaseId));
        return await command.ExecuteScalarAsync(ct) is true ? rating : null;
    }
}

using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>
/// A unit's appeal against a malicious or mistaken rating. While the rating is open its handler appeals, afterwards anybody of the unit;
/// another unit decides. What is to be done about the rating goes on meanwhile.
/// </summary>
public sealed class RatingAppeals(
    CaseTransaction transactions, RatingTerms terms, RatingHandling handling, OrganisationDirectory organisations, PortalTimeZone zone)
{
    /// <summary>Appeals.</summary>
    public Task<Result> AppealAsync(
        Actor actor, Guid ratingId, string? reason, string? evidence, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(ratingId, operation, async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (work.Rows<Rating>().SingleOrDefault() is not { } rating || !await RatingReach.SeesAsync(work, actor, token))
                return new CaseNotFound();
            if (!MayAppeal(rating, actor)) return new RatingNotYours();
            var (why, shown) = (RatingHandling.Note(reason), RatingHandling.Note(evidence));
            if (!why.Succeeded) return why.Refusal;
            if (!shown.Succeeded) return shown.Refusal;
            var appealed = rating.Appeal(why.Value, shown.Value, actor.UserId, zone.DateOf(work.Now), terms);
            if (!appealed.Succeeded) return appealed.Refusal;
            foreach (var decider in await DecidersAsync(work, rating, token))
                RatingMessages.Tell(work, decider, MessageTemplates.RatingAppealed);
            return RatingHandling.Done(work, appealed, handling.Action(work, RatingActionKind.Appealed, actor, ""));
        }, ct);

    /// <summary>Decides; both sides are told.</summary>
    public Task<Result> DecideAsync(Actor actor, Guid ratingId, bool upheld, string? finding, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(ratingId, operation, async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (work.Rows<Rating>().SingleOrDefault() is not { } rating || !await RatingReach.SeesAsync(work, actor, token))
                return new CaseNotFound();
            if (!await MayDecideAsync(work, rating, actor, token)) return new RatingAppealOfOwnUnit();
            var found = RatingHandling.Note(finding);
            if (!found.Succeeded) return found.Refusal;
            var decided = rating.DecideAppeal(upheld, found.Value, actor.UserId, zone.DateOf(work.Now));
            if (!decided.Succeeded) return decided.Refusal;
            RatingMessages.Tell(work, rating.AppealedBy!.Value, MessageTemplates.RatingAppealDecided);
            RatingMessages.Tell(work, rating.RatedBy!.Value, MessageTemplates.RatingAppealResult);
            return RatingHandling.Done(work, decided, handling.Action(work, RatingActionKind.AppealDecided, actor, ""));
        }, ct);

    /// <summary>Whether somebody may appeal for the rated unit.</summary>
    public static bool MayAppeal(Rating rating, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(rating);
        ArgumentNullException.ThrowIfNull(actor);
        return RatingReach.UnitsOf(actor).Contains(rating.OrganisationId) && (!rating.IsOpenBad || rating.HandlerId == actor.UserId);
    }

    private async Task<bool> MayDecideAsync(CaseWork work, Rating rating, Actor actor, CancellationToken ct)
    {
        var unit = await organisations.FindAsync(rating.OrganisationId, ct);
        return RatingReach.MayDecideAppeals(actor, unit!.Kind) && rating.AppealedBy != actor.UserId && rating.HandlerId != actor.UserId
            && !RatingReach.UnitsOf(actor).Contains(rating.OrganisationId) && !await RatingReach.HasHandAsync(work, actor, ct);
    }

    private async Task<IReadOnlyList<Guid>> DecidersAsync(CaseWork work, Rating rating, CancellationToken ct)
    {
        var unit = await organisations.FindAsync(rating.OrganisationId, ct);
        var kind = unit!.Kind is OrganisationKind.TalentOffice ? OrganisationKind.LeadingGroup : OrganisationKind.TalentOffice;
        return await RatingMessages.DecidersAsync(work, kind, zone.DateOf(work.Now), ct);
    }
}

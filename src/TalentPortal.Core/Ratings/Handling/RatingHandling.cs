using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>A contact with a rater, or a try.</summary>
/// <param name="On">When.</param>
/// <param name="Way">How.</param>
/// <param name="Reached">Whether somebody was there.</param>
/// <param name="Note">What came of it.</param>
public sealed record RaterContact(DateOnly On, ContactWay Way, bool Reached, string? Note);

/// <summary>What an officer of another hand does about a bad rating: take it over, contact, put right.</summary>
public sealed class RatingHandling(
    CaseTransaction transactions, RatingTerms terms, RatingReminders reminders, RaterContacts contacts, PortalTimeZone zone)
{
    /// <summary>Longest note, in UTF-16 code units.</summary>
    public const int LongestNote = 2000;

    /// <summary>Takes it over; who had it before is relieved.</summary>
    public Task<Result> TakeAsync(Actor actor, Guid ratingId, Operation operation, CancellationToken ct) =>
        ChangeAsync(actor, ratingId, operation, onlyHandler: false,
            (work, rating, _) => Task.FromResult(Done(work, rating.Take(actor.UserId),
            Action(work, RatingActionKind.Taken, actor, ""))), ct);

    /// <summary>Shows the handler who rated and how to reach that person, for a reason that is written down first.</summary>
    public async Task<Result<RaterContactData>> ShowContactAsync(
        Actor actor, Guid ratingId, string? reason, Operation operation, CancellationToken ct)
    {
        var logged = await ChangeAsync(actor, ratingId, operation, onlyHandler: true, (work, rating, _) =>
        {
            var why = Note(reason);
            if (!rating.IsOpenBad) return Task.FromResult<Result>(new RatingNotOpen());
            return Task.FromResult(why.Succeeded
                ? Done(work, rating, Action(work, RatingActionKind.ContactShown, actor, why.Value))
                : why.Refusal);
        }, ct);
        return logged.Succeeded ? await contacts.ReadAsync(ratingId, operation, ct) : logged.Refusal;
    }

    /// <summary>Records a contact, or a try that reached nobody.</summary>
    public Task<Result> ContactAsync(Actor actor, Guid ratingId, RaterContact contact, Operation operation, CancellationToken ct) =>
        ChangeAsync(actor, ratingId, operation, onlyHandler: true, (work, rating, _) =>
        {
            ArgumentNullException.ThrowIfNull(contact);
            return Task.FromResult(Contact(work, rating, actor, contact));
        }, ct);

    /// <summary>Records that it was put right, or explained, and asks the rater once more.</summary>
    public Task<Result> RectifyAsync(Actor actor, Guid ratingId, string? note, Operation operation, CancellationToken ct) =>
        ChangeAsync(actor, ratingId, operation, onlyHandler: true, (work, rating, _) =>
        {
            var what = Note(note);
            if (!what.Succeeded) return Task.FromResult<Result>(what.Refusal);
            var rectified = rating.Rectify(zone.DateOf(work.Now), terms);
            if (!rectified.Succeeded) return Task.FromResult<Result>(rectified.Refusal);
            RatingMessages.Tell(work, rating.RatedBy!.Value, MessageTemplates.RatingRectified, rectified.Value.FollowUpUntil);
            reminders.Rectified(work, rectified.Value);
            return Task.FromResult(Done(work, rectified, Action(work, RatingActionKind.Rectified, actor, what.Value)));
        }, ct);

    /// <summary>Words that are needed, without what no database takes.</summary>
    internal static Result<string> Note(string? given)
    {
        var words = AnswerText.Clean(given ?? "", keepLines: true).Trim();
        return words.Length is 0 or > LongestNote ? new RatingNoteInvalid(LongestNote) : words;
    }

    /// <summary>A new action, to be added with what it changes.</summary>
    internal RatingAction Action(CaseWork work, RatingActionKind kind, Actor actor, string note, ContactWay? way = null, DateOnly? on = null) => new()
    {
        Id = Ids.New(),
        CaseId = work.CaseId,
        Kind = kind,
        ByUserId = actor.UserId,
        Way = way,
        HappenedOn = on ?? zone.DateOf(work.Now),
        Note = note,
        ActedAt = work.Now,
    };

    /// <summary>Writes what was done.</summary>
    internal static Result Done(CaseWork work, Result<Rating> changed, RatingAction action)
    {
        if (!changed.Succeeded) return changed.Refusal;
        work.Rows<Rating>().Replace(changed.Value);
        work.Rows<RatingAction>().Add(action);
        work.Record("Rating" + action.Kind, ("action", action.Id));
        return Result.Success;
    }

    private Result Contact(CaseWork work, Rating rating, Actor actor, RaterContact contact)
    {
        var note = Note(contact.Note);
        if (!note.Succeeded) return note.Refusal;
        var today = zone.DateOf(work.Now);
        if (!rating.IsOpenBad || rating.Status is RatingStatus.ToFollowUp) return new RatingNotOpen();
        if (contact.On > today || contact.On < rating.RatedOn) return new ContactDayInvalid(rating.RatedOn!.Value, today);
        if (!contact.Reached)
            return Done(work, rating, Action(work, RatingActionKind.NotReached, actor, note.Value, contact.Way, contact.On));
        var contacted = rating.Contact(contact.On);
        if (contacted is { Succeeded: true } && rating.Status is RatingStatus.ToContact) reminders.Contacted(work);
        return Done(work, contacted, Action(work, RatingActionKind.Contacted, actor, note.Value, contact.Way, contact.On));
    }

    private Task<Result> ChangeAsync(Actor actor, Guid ratingId, Operation operation, bool onlyHandler,
        Func<CaseWork, Rating, CancellationToken, Task<Result>> change, CancellationToken ct) =>
        transactions.RunAsync(ratingId, operation, async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (work.Rows<Rating>().SingleOrDefault() is not { } rating || !await RatingReach.SeesAsync(work, actor, token))
                return new CaseNotFound();
            if (onlyHandler && rating.HandlerId != actor.UserId) return new RatingNotYours();
            return await change(work, rating, token);
        }, ct);
}

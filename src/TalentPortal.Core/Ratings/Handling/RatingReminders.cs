using System.Globalization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>
/// Tells those who may deal with a bad rating that it waits, in office hours, until they have; once it is late, the talent office too.
/// </summary>
public sealed class RatingReminders(ReminderTimes times, PortalTimeZone zone)
{
    private const string ContactRule = "rating.contactReminder";

    private const string RectifyRule = "rating.rectifyReminder";

    /// <summary>A bad rating came in: its possible handlers are told, the first reminder is planned.</summary>
    public async Task OpenAsync(CaseWork work, Rating rating, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(rating);
        foreach (var handler in await RatingMessages.HandlersAsync(work, zone.DateOf(work.Now), withOffice: false, ct))
            RatingMessages.Tell(work, handler, MessageTemplates.RatingBad, rating.ContactDueOn);
        Plan(work, RatingStatus.ToContact, times.First(ContactRule, work.Now));
    }

    /// <summary>The rater was contacted: the next reminder is about putting right.</summary>
    public void Contacted(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Plan(work, RatingStatus.ToRectify, times.First(RectifyRule, work.Now));
    }

    /// <summary>It was put right: when the rater's time is over, it is closed.</summary>
    public void Rectified(CaseWork work, Rating rating)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(rating);
        Plan(work, RatingStatus.ToFollowUp, zone.StartOf(rating.FollowUpUntil!.Value.AddDays(1)));
    }

    /// <summary>
    /// Reminds about a stage and plans the next reminder; nothing once the stage is over. The last stage is closed instead.
    /// </summary>
    public async Task RemindAsync(CaseWork work, RatingStatus stage, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var rating = work.Rows<Rating>().Single();
        if (rating.Status != stage) return;
        var today = zone.DateOf(work.Now);
        if (stage is RatingStatus.ToFollowUp)
        {
            Close(work, rating, today);
            return;
        }

        if (times.PutOff(work.Now) is { } later)
        {
            Plan(work, stage, later);
            return;
        }

        await TellAsync(work, rating, today, ct);
        Plan(work, stage, times.Next(stage is RatingStatus.ToContact ? ContactRule : RectifyRule, work.Now));
    }

    private static void Close(CaseWork work, Rating rating, DateOnly today)
    {
        work.Rows<Rating>().Replace(rating.Lapse(today));
        work.Record("RatingClosed");
    }

    private static async Task TellAsync(CaseWork work, Rating rating, DateOnly today, CancellationToken ct)
    {
        var due = rating.Status is RatingStatus.ToContact ? rating.ContactDueOn!.Value : rating.RectifyDueOn!.Value;
        var isLate = today > due;
        var all = await RatingMessages.HandlersAsync(work, today, isLate, ct);
        IReadOnlyList<Guid> told = rating.HandlerId is { } handler && !isLate ? [handler] : all;
        foreach (var recipient in told) RatingMessages.Tell(work, recipient, MessageTemplates.RatingReminder, due);
        work.Record("RatingReminded", ("stage", rating.Status.ToString()), ("isLate", isLate), ("recipients", told.Count));
    }

    private static void Plan(CaseWork work, RatingStatus stage, DateTimeOffset at) =>
        work.Rows<Job>().Add(Job.Of(RemindRatingJob.Kind, work.Now, at, work.CaseId, $$"""{"stage":"{{stage}}"}""",
            string.Create(CultureInfo.InvariantCulture, $"{work.CaseId:N}@{stage}@{at:O}")));
}

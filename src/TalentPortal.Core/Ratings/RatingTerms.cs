using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Ratings;

/// <summary>The days that a rating knows, from the parameters in force on the day that starts them. The day itself is day 0.</summary>
public sealed class RatingTerms(ParameterTable parameters, WorkingCalendar calendar)
{
    /// <summary>Until when a case asked about on a day may be rated; plain days.</summary>
    public DateOnly AnswerUntil(DateOnly askedOn) => askedOn.AddDays(parameters.Int("rating.answerDays", askedOn));

    /// <summary>By when the rater is contacted.</summary>
    public DateOnly ContactDueOn(DateOnly ratedOn) => Days(ratedOn, "rating.contactDays");

    /// <summary>By when it is put right.</summary>
    public DateOnly RectifyDueOn(DateOnly ratedOn) => Days(ratedOn, "rating.rectifyDays");

    /// <summary>Until when the rater may rate once more.</summary>
    public DateOnly FollowUpUntil(DateOnly rectifiedOn) => Days(rectifiedOn, "rating.followUpDays");

    /// <summary>Until when the unit may appeal against a rating that is over.</summary>
    public DateOnly AppealUntil(DateOnly closedOn) => Days(closedOn, "rating.appealDays");

    /// <summary>Below how many ratings figures are held back.</summary>
    public int SmallestGroup(DateOnly on) => parameters.Int("rating.smallestGroup", on);

    /// <summary>How the stage that a bad rating is in stands on a day; null where nobody of the office has to act.</summary>
    public Deadline? Clock(RatingStatus status, DateOnly? ratedOn, DateOnly today) => (status, ratedOn) switch
    {
        (RatingStatus.ToContact, { } day) => Stand(day, "rating.contactDays", today),
        (RatingStatus.ToRectify, { } day) => Stand(day, "rating.rectifyDays", today),
        _ => null,
    };

    private Deadline Stand(DateOnly from, string key, DateOnly today) =>
        Deadline.Compute(new ClockTerms { StartsOn = from, WorkingDays = parameters.Int(key, from) }, calendar,
            LightRule.From(parameters, today), today);

    private DateOnly Days(DateOnly from, string key) => calendar.AddWorkingDays(from, parameters.Int(key, from)).On;
}

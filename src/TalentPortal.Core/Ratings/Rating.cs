using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Ratings;

/// <summary>
/// What an applicant says about a closed case, and how a bad word is dealt with. It is a case of its own: neither the rated case's rows
/// nor its audit tell that there is one.
/// </summary>
public sealed record Rating
{
    /// <summary>Key, shared with the rating's own case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The closed case.</summary>
    public required Guid RatedCaseId { get; init; }

    /// <summary>Its service item.</summary>
    public required string ServiceItemCode { get; init; }

    /// <summary>The unit that is rated: whose answer was the last.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Where it stands.</summary>
    public RatingStatus Status { get; init; } = RatingStatus.Asked;

    /// <summary>When the applicant was asked.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>Until when an answer counts.</summary>
    public required DateOnly AnswerUntil { get; init; }

    /// <summary>5 for the best, 1 for the worst; null while it is not given.</summary>
    public int? Level { get; init; }

    /// <summary>Codes of the ticked tags, as a JSON list.</summary>
    public string Tags { get; init; } = "[]";

    /// <summary>In the rater's words; at most 1,000 characters.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Who rated. No audit entry names it.</summary>
    public Guid? RatedBy { get; init; }

    /// <summary>When.</summary>
    public DateOnly? RatedOn { get; init; }

    /// <summary>The officer who deals with it.</summary>
    public Guid? HandlerId { get; init; }

    /// <summary>By when the rater is contacted.</summary>
    public DateOnly? ContactDueOn { get; init; }

    /// <summary>When the rater was contacted.</summary>
    public DateOnly? ContactedOn { get; init; }

    /// <summary>By when it is put right.</summary>
    public DateOnly? RectifyDueOn { get; init; }

    /// <summary>When it was put right.</summary>
    public DateOnly? RectifiedOn { get; init; }

    /// <summary>Until when the rater may rate once more.</summary>
    public DateOnly? FollowUpUntil { get; init; }

    /// <summary>The level after it was put right.</summary>
    public int? FollowUpLevel { get; init; }

    /// <summary>What the rater then said.</summary>
    public string FollowUpComment { get; init; } = "";

    /// <summary>When it was over.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether it counts no longer.</summary>
    public bool Excluded { get; init; }

    /// <summary>Where the unit's appeal stands; null where there is none.</summary>
    public RatingAppealStatus? AppealStatus { get; init; }

    /// <summary>Why the unit holds it to be malicious or mistaken.</summary>
    public string? AppealReason { get; init; }

    /// <summary>What shows it, and where that is kept.</summary>
    public string? AppealEvidence { get; init; }

    /// <summary>Who appealed for the unit.</summary>
    public Guid? AppealedBy { get; init; }

    /// <summary>When.</summary>
    public DateOnly? AppealedOn { get; init; }

    /// <summary>What was found; told to both sides.</summary>
    public string? AppealFinding { get; init; }

    /// <summary>Who decided the appeal.</summary>
    public Guid? AppealDecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateOnly? AppealDecidedOn { get; init; }

    internal static SpineTable<Rating> Table { get; } = new("ratings", 65,
        new SpineTableOptions { Key = [nameof(CaseId)], Jsonb = [nameof(Tags)], Audited = true });

    /// <summary>Whether an office has to act, or the rater is asked once more.</summary>
    public bool IsOpenBad => Status is RatingStatus.ToContact or RatingStatus.ToRectify or RatingStatus.ToFollowUp;

    /// <summary>The applicant rates, once and for all: a second word is the follow-up after a bad one.</summary>
    public Result<Rating> Give(RatingAnswer answer, RatingScale scale, RatingTerms terms, Guid by, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(terms);
        if (Status is not RatingStatus.Asked) return new RatingAlreadyGiven();
        if (on > AnswerUntil) return new RatingTooLate(AnswerUntil);
        if (answer.Check(scale) is { } wrong) return wrong;
        var given = this with
        {
            Level = answer.Level,
            Tags = JsonSerializer.Serialize(answer.Tags),
            Comment = answer.Words,
            RatedBy = by,
            RatedOn = on,
        };
        return scale.IsBad(answer.Level)
            ? given with { Status = RatingStatus.ToContact, ContactDueOn = terms.ContactDueOn(on), RectifyDueOn = terms.RectifyDueOn(on) }
            : given with { Status = RatingStatus.Given, ClosedOn = on };
    }

    /// <summary>An officer takes it over.</summary>
    public Result<Rating> Take(Guid by) =>
        Status is RatingStatus.ToContact or RatingStatus.ToRectify ? this with { HandlerId = by } : new RatingNotOpen();

    /// <summary>The handler spoke with the rater; a second talk changes no date.</summary>
    public Result<Rating> Contact(DateOnly on) => Status switch
    {
        RatingStatus.ToContact => this with { Status = RatingStatus.ToRectify, ContactedOn = on },
        RatingStatus.ToRectify => this,
        _ => new RatingNotOpen(),
    };

    /// <summary>It was put right, or explained: the rater is asked once more.</summary>
    public Result<Rating> Rectify(DateOnly on, RatingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Status switch
        {
            RatingStatus.ToContact => new RaterNotContacted(),
            RatingStatus.ToRectify =>
                this with { Status = RatingStatus.ToFollowUp, RectifiedOn = on, FollowUpUntil = terms.FollowUpUntil(on) },
            _ => new RatingNotOpen(),
        };
    }

    /// <summary>The rater rates once more, which closes it whatever is said.</summary>
    public Result<Rating> FollowUp(RatingAnswer answer, RatingScale scale, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(scale);
        if (Status is not RatingStatus.ToFollowUp) return new RatingAlreadyGiven();
        if (on > FollowUpUntil) return new RatingTooLate(FollowUpUntil!.Value);
        if ((answer with { Tags = [] }).Check(scale) is { } wrong) return wrong;
        return this with { Status = RatingStatus.Closed, FollowUpLevel = answer.Level, FollowUpComment = answer.Words, ClosedOn = on };
    }

    /// <summary>Nobody rated once more in time.</summary>
    public Rating Lapse(DateOnly on) =>
        Status is RatingStatus.ToFollowUp && on > FollowUpUntil ? this with { Status = RatingStatus.Closed, ClosedOn = on } : this;

    /// <summary>The unit appeals, once.</summary>
    public Result<Rating> Appeal(string reason, string evidence, Guid by, DateOnly on, RatingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (AppealStatus is not null) return new RatingAppealedAlready();
        if (!IsOpenBad && Status is not RatingStatus.Closed) return new RatingNotOpen();
        if (ClosedOn is { } closed && on > terms.AppealUntil(closed)) return new RatingAppealTooLate(terms.AppealUntil(closed));
        return this with
        {
            AppealStatus = RatingAppealStatus.Open,
            AppealReason = reason,
            AppealEvidence = evidence,
            AppealedBy = by,
            AppealedOn = on,
        };
    }

    /// <summary>The appeal is decided. Upheld, the rating counts no longer and what is open about it is over; it stays on record.</summary>
    public Result<Rating> DecideAppeal(bool upheld, string finding, Guid by, DateOnly on)
    {
        if (AppealStatus is not RatingAppealStatus.Open) return new RatingAppealNotOpen();
        return this with
        {
            AppealStatus = upheld ? RatingAppealStatus.Upheld : RatingAppealStatus.Rejected,
            AppealFinding = finding,
            AppealDecidedBy = by,
            AppealDecidedOn = on,
            Excluded = upheld,
            Status = upheld ? RatingStatus.Closed : Status,
            ClosedOn = upheld ? ClosedOn ?? on : ClosedOn,
        };
    }
}

using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Ratings.Handling;

namespace TalentPortal.Core.Ratings.Queries;

/// <summary>A bad rating as officers see it. While it is open, nothing in it names the case or the person.</summary>
public sealed record DeskRating
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The rating's own number.</summary>
    public required string Reference { get; init; }

    /// <summary>The service item.</summary>
    public required LocalizedText Item { get; init; }

    /// <summary>The rated unit.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Where it stands.</summary>
    public required RatingStatus Status { get; init; }

    /// <summary>The level.</summary>
    public required int Level { get; init; }

    /// <summary>Codes of ticked tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The rater's words.</summary>
    public required string Comment { get; init; }

    /// <summary>When it was given.</summary>
    public required DateOnly RatedOn { get; init; }

    /// <summary>By when the rater is to be contacted.</summary>
    public required DateOnly ContactDueOn { get; init; }

    /// <summary>By when it is to be put right.</summary>
    public required DateOnly RectifyDueOn { get; init; }

    /// <summary>Until when the rater may rate once more; null before it was put right.</summary>
    public DateOnly? FollowUpUntil { get; init; }

    /// <summary>The level after it was put right.</summary>
    public int? FollowUpLevel { get; init; }

    /// <summary>What the rater then said.</summary>
    public required string FollowUpComment { get; init; }

    /// <summary>When it was over.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>How the present stage stands; null where no office has to act.</summary>
    public Deadline? Clock { get; init; }

    /// <summary>Who deals with it; null while nobody does.</summary>
    public string? HandlerName { get; init; }

    /// <summary>Whether the reader deals with it.</summary>
    public required bool IsMine { get; init; }

    /// <summary>Whether the reader may appeal now.</summary>
    public required bool MayAppeal { get; init; }

    /// <summary>Until when an appeal is possible; null while it is open.</summary>
    public DateOnly? AppealUntil { get; init; }

    /// <summary>Whether the reader may decide the appeal.</summary>
    public required bool MayDecide { get; init; }

    /// <summary>Where the appeal stands; null where there is none.</summary>
    public RatingAppealStatus? AppealStatus { get; init; }

    /// <summary>The unit's reason.</summary>
    public string? AppealReason { get; init; }

    /// <summary>Its evidence.</summary>
    public string? AppealEvidence { get; init; }

    /// <summary>What was found.</summary>
    public string? AppealFinding { get; init; }

    /// <summary>The number of the case; null while the rating is open.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>The masked name of whom the case is about; null while the rating is open.</summary>
    public string? SubjectMasked { get; init; }
}

/// <summary>What was done, for the page's history.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">By whom.</param>
/// <param name="On">When.</param>
/// <param name="Way">How, for a contact.</param>
/// <param name="Note">What came of it.</param>
public sealed record DeskRatingAction(RatingActionKind Kind, string By, DateOnly On, ContactWay? Way, string Note);

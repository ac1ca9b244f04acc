using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Ratings;

/// <summary>The applicant was asked already.</summary>
public sealed record RatingAlreadyAsked : Refusal;

/// <summary>A case is rated once.</summary>
public sealed record RatingAlreadyGiven : Refusal;

/// <summary>The case is not closed yet, or nobody is asked about it any more.</summary>
public sealed record RatingNotPossible : Refusal;

/// <summary>The time to rate is over.</summary>
/// <param name="Until">Its last day.</param>
public sealed record RatingTooLate(DateOnly Until) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>There is no such level.</summary>
public sealed record RatingLevelUnknown : Refusal;

/// <summary>A tag is none of that level.</summary>
public sealed record RatingTagUnknown : Refusal;

/// <summary>A bad rating needs a reason.</summary>
public sealed record RatingReasonMissing : Refusal;

/// <summary>The comment is too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record RatingCommentTooLong(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The bad rating is over, or never was one.</summary>
public sealed record RatingNotOpen : Refusal;

/// <summary>Only its handler deals with a bad rating.</summary>
public sealed record RatingNotYours : Refusal;

/// <summary>Nothing is put right before the rater was heard.</summary>
public sealed record RaterNotContacted : Refusal;

/// <summary>What was done needs words, in at most so many characters.</summary>
/// <param name="Most">Most characters.</param>
public sealed record RatingNoteInvalid(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The day of a contact lies between the rating and today.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record ContactDayInvalid(DateOnly From, DateOnly To) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [From, To];
}

/// <summary>A unit appeals once.</summary>
public sealed record RatingAppealedAlready : Refusal;

/// <summary>The time to appeal is over.</summary>
/// <param name="Until">Its last day.</param>
public sealed record RatingAppealTooLate(DateOnly Until) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Until];
}

/// <summary>There is no appeal to be decided.</summary>
public sealed record RatingAppealNotOpen : Refusal;

/// <summary>Another unit decides an appeal, by somebody who had no hand in the case.</summary>
public sealed record RatingAppealOfOwnUnit : Refusal;

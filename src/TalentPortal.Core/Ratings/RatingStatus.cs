namespace TalentPortal.Core.Ratings;

/// <summary>Where a rating is in its life. The two worst levels lead through contact, rectification and a follow-up.</summary>
public enum RatingStatus
{
    /// <summary>The applicant was asked.</summary>
    Asked,

    /// <summary>Given, with nothing to be done about it.</summary>
    Given,

    /// <summary>Bad: the rater is to be contacted.</summary>
    ToContact,

    /// <summary>Bad: what it is about is to be put right.</summary>
    ToRectify,

    /// <summary>Put right: the rater is asked once more.</summary>
    ToFollowUp,

    /// <summary>Bad, and over.</summary>
    Closed,
}

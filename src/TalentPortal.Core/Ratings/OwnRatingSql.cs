namespace TalentPortal.Core.Ratings;

/// <summary>Whose word a rating is.</summary>
internal static class OwnRatingSql
{
    /// <summary>
    /// Whether account $1 (its person is $2) may rate application <c>a</c>: the person it is about, or who handed it in, unless that one
    /// belongs to a unit that had a hand in it.
    /// </summary>
    public const string Own =
        $"(a.subject_person_id = $2 or (coalesce(a.submitted_by, a.created_by) = $1 and not {RatingAsking.UnitHand}))";
}

using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Ratings;

/// <summary>What an applicant says.</summary>
/// <param name="Level">5 for the best, 1 for the worst.</param>
/// <param name="Tags">Codes of tags of that level.</param>
/// <param name="Comment">In the rater's words; the two worst levels demand some.</param>
public sealed record RatingAnswer(int Level, IReadOnlyList<string> Tags, string? Comment)
{
    /// <summary>Longest comment, in UTF-16 code units.</summary>
    public const int LongestComment = 1000;

    /// <summary>The comment without what no database takes.</summary>
    public string Words => AnswerText.Clean(Comment ?? "", keepLines: true).Trim();

    /// <summary>Why it can't stand; null when it can.</summary>
    internal Refusal? Check(RatingScale scale)
    {
        if (scale.Find(Level) is not { } level) return new RatingLevelUnknown();
        if (Tags.Any(tag => level.Tags.All(known => known.Code != tag)) || Tags.Distinct(StringComparer.Ordinal).Count() < Tags.Count)
            return new RatingTagUnknown();
        if (Words.Length > LongestComment) return new RatingCommentTooLong(LongestComment);
        return level.IsBad && Words.Length == 0 ? new RatingReasonMissing() : null;
    }
}

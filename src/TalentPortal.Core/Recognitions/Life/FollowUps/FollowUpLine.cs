using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>One thing that would follow.</summary>
/// <param name="Subject">What it concerns, for example the card and its number.</param>
/// <param name="Consequence">What happens to it.</param>
public sealed record FollowUpLine(LocalizedText Subject, LocalizedText Consequence)
{
    /// <summary>The case in which it is carried out, by a job of its own; null for what comes with the room's first line.</summary>
    public Guid? CaseId { get; init; }
}

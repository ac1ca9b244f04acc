using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>A planned line and how far it is.</summary>
/// <param name="Subject">What it concerns.</param>
/// <param name="Consequence">What happens to it.</param>
/// <param name="Becomes">What the recognition became.</param>
/// <param name="State">How far it is.</param>
/// <param name="Error">Why it failed, as the portal wrote it down; null where it did not.</param>
/// <param name="PlannedAt">When it was planned, UTC.</param>
/// <param name="DoneAt">When it was done, UTC.</param>
public sealed record FollowUpStep(
    LocalizedText Subject, LocalizedText Consequence, RecognitionStatus Becomes, FollowUpState State, string? Error,
    DateTimeOffset PlannedAt, DateTimeOffset? DoneAt);

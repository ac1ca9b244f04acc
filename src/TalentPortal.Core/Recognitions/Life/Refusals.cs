using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>A recognition's life does not lead from here to there.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Wanted">Where it should go.</param>
public sealed record RecognitionNotInState(RecognitionStatus Status, RecognitionStatus Wanted) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Status, Wanted];
}

/// <summary>No recognition of this person has this number, or it no longer counts.</summary>
public sealed record RecognitionNotHeld : Refusal;

/// <summary>This year's check is passed already.</summary>
/// <param name="Year">The year.</param>
public sealed record CheckPassedAlready(int Year) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Year];
}

/// <summary>The person is recognised in this category already; a higher level and a renewal have their days.</summary>
/// <param name="UpgradeFrom">From when a higher level may be asked for.</param>
/// <param name="RenewFrom">From when it may be renewed.</param>
public sealed record RecognisedAlready(DateOnly UpgradeFrom, DateOnly RenewFrom) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [UpgradeFrom, RenewFrom];
}

/// <summary>The recognition in this category is suspended: that is cleared up first.</summary>
public sealed record RecognitionSuspendedNow : Refusal;

/// <summary>A reason or a statement is missing or too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record LifeTextInvalid(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Nobody waits for the holder's statement, or not any more.</summary>
public sealed record NothingToState : Refusal;

/// <summary>A revocation of this recognition is under way.</summary>
public sealed record RevocationUnderWay : Refusal;

/// <summary>The reason is not one of those that an office may give.</summary>
public sealed record RevocationReasonUnknown : Refusal;

/// <summary>What an office began about a recognition is not taken back by its holder.</summary>
public sealed record OfficeMatterNotWithdrawn : Refusal;

/// <summary>The level that is asked for lies below the one that the person holds.</summary>
/// <param name="Held">The level that is held.</param>
/// <param name="HeldTo">Its last day.</param>
public sealed record LevelAppliedBelowHeld(LocalizedText Held, DateOnly HeldTo) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Held, HeldTo];
}

/// <summary>The level that the scores give lies below the one that the person holds: it does not take its place.</summary>
/// <param name="Given">The level that the scores give.</param>
/// <param name="Held">The level that is held.</param>
/// <param name="HeldTo">Its last day.</param>
public sealed record LevelBelowHeld(LocalizedText Given, LocalizedText Held, DateOnly HeldTo) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Given, Held, HeldTo];
}

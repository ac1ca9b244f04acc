using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices;

/// <summary>The period of the notice is over, or the entry was taken off.</summary>
public sealed record NoticeOver : Refusal;

/// <summary>The day is not within the notice's period.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record ObjectionOutsidePeriod(DateOnly From, DateOnly To) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [From, To];
}

/// <summary>An objection says what is wrong, in at most so many characters.</summary>
/// <param name="Most">Most characters.</param>
public sealed record ObjectionTextInvalid(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The same person has an objection against this entry open already.</summary>
public sealed record ObjectionAlreadyOpen : Refusal;

/// <summary>Nobody objects to an own entry.</summary>
public sealed record ObjectionToOneself : Refusal;

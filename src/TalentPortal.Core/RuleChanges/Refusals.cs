using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges;

/// <summary>Whoever asks may not write or release changes of rules.</summary>
public sealed record RuleNotPermitted : Refusal;

/// <summary>There is no such parameter, item or change.</summary>
public sealed record RuleNotFound : Refusal;

/// <summary>The first day has passed.</summary>
/// <param name="Today">Today.</param>
public sealed record RuleFromPast(DateOnly Today) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Today];
}

/// <summary>The first day passed while the draft waited.</summary>
/// <param name="ValidFrom">The day.</param>
public sealed record RuleDayPassed(DateOnly ValidFrom) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [ValidFrom];
}

/// <summary>Another change from the same day is released.</summary>
/// <param name="ValidFrom">The day.</param>
public sealed record RuleDayTaken(DateOnly ValidFrom) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [ValidFrom];
}

/// <summary>No document or article is named, or with too many letters.</summary>
/// <param name="Most">Most letters.</param>
public sealed record RuleSourceMissing(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>No reason is given, or with too many letters.</summary>
/// <param name="Most">Most letters.</param>
public sealed record RuleReasonMissing(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The value is no number.</summary>
public sealed record RuleValueNotNumber : Refusal;

/// <summary>The value is no whole number.</summary>
public sealed record RuleValueNotWhole : Refusal;

/// <summary>The value is too small.</summary>
/// <param name="Least">The least.</param>
public sealed record RuleValueTooSmall(decimal Least) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Least];
}

/// <summary>The value is too large.</summary>
/// <param name="Most">The most.</param>
public sealed record RuleValueTooLarge(decimal Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The text has not the form that the parameter needs.</summary>
public sealed record RuleValueNotOfForm : Refusal;

/// <summary>The value is neither true nor false.</summary>
public sealed record RuleValueNotYesOrNo : Refusal;

/// <summary>The value is meant in another unit than the parameter's.</summary>
public sealed record RuleUnitDiffers : Refusal;

/// <summary>Nothing would change.</summary>
public sealed record RuleUnchanged : Refusal;

/// <summary>Somebody is writing a change of the same thing.</summary>
public sealed record RuleDraftOpen : Refusal;

/// <summary>The draft reads otherwise than when it was opened.</summary>
public sealed record RuleDraftChanged : Refusal;

/// <summary>The change is released or given up already.</summary>
public sealed record RuleChangeClosed : Refusal;

/// <summary>Only the author edits and gives up a draft.</summary>
public sealed record RuleNotAuthor : Refusal;

/// <summary>Nobody releases what they wrote.</summary>
public sealed record RuleOwnRelease : Refusal;

/// <summary>The change holds already, or is not released at all: it cannot be taken back, only changed again.</summary>
public sealed record RuleHoldsAlready : Refusal;

/// <summary>No dry run was made of the rule as it reads now.</summary>
public sealed record RuleNotReplayed : Refusal;

/// <summary>Words are missing, or there are too many letters.</summary>
/// <param name="Most">Most letters.</param>
public sealed record RuleWordingMissing(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Answers cannot be divided by zero.</summary>
public sealed record RuleScaleZero : Refusal;

/// <summary>A tier gives more points than its item can have.</summary>
/// <param name="Most">Most points of the item.</param>
public sealed record RulePointsAboveCap(decimal Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Some values cannot be used.</summary>
/// <param name="Values">Why, by path.</param>
public sealed record RuleValuesInvalid(IReadOnlyDictionary<string, Refusal> Values) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Values.Count];
}

/// <summary>The item was changed since the draft was written, just where the draft changes it.</summary>
public sealed record RuleOutdated : Refusal;

/// <summary>A dry run of the change is under way.</summary>
public sealed record RuleDryRunUnderWay : Refusal;

/// <summary>A percentage lies between 0 and below 100: it is what is left to pay.</summary>
public sealed record BenefitPercentOutside : Refusal;

/// <summary>An amount has more decimals than money has.</summary>
/// <param name="Most">Most decimals.</param>
public sealed record BenefitDecimals(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>What was typed is no day.</summary>
public sealed record BenefitDayUnreadable : Refusal;

/// <summary>The last day of a benefit lies before its first.</summary>
public sealed record BenefitDaysReversed : Refusal;

/// <summary>There is no such card level.</summary>
public sealed record BenefitLevelUnknown : Refusal;

/// <summary>No level would get the benefit.</summary>
public sealed record BenefitGivenToNobody : Refusal;

/// <summary>The first day lies before that of the newest version.</summary>
/// <param name="Newest">The first day of the newest version.</param>
public sealed record BenefitBeforeNewest(DateOnly Newest) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Newest];
}

/// <summary>The period of a dry run ends before it begins, or after today.</summary>
public sealed record RulePeriodInvalid : Refusal;

/// <summary>No rule of a service item reads the parameter, so that no case could come out otherwise.</summary>
public sealed record RuleDecidesNothing : Refusal;

using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue;

/// <summary>Applications for this item are taken from a later day on.</summary>
/// <param name="OpensOn">The day.</param>
public sealed record ServiceItemNotYetOpen(DateOnly OpensOn) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [OpensOn];
}

/// <summary>Applications for this item are no longer taken, and no next period is known.</summary>
public sealed record ServiceItemClosed : Refusal;

/// <summary>A version whose guide lacks required elements cannot be published.</summary>
/// <param name="Paths">JSON paths of the blank elements.</param>
public sealed record ServiceGuideIncomplete(IReadOnlyList<string> Paths) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [string.Join(", ", Paths)];
}

/// <summary>A required field is blank.</summary>
/// <param name="Label">The field's label.</param>
public sealed record AnswerMissing(LocalizedText Label) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Label];

    /// <summary>What a blank field is told: to be filled in, or to be chosen from.</summary>
    public static Refusal Of(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type is FieldType.Choice or FieldType.YesNo or FieldType.Region
            ? new AnswerNotChosen(field.Label)
            : new AnswerMissing(field.Label);
    }
}

/// <summary>In a required field nothing is chosen.</summary>
/// <param name="Label">The field's label.</param>
public sealed record AnswerNotChosen(LocalizedText Label) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Label];
}

/// <summary>A text is longer than the field takes.</summary>
/// <param name="Most">Most characters.</param>
public sealed record AnswerTooLong(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>What stands in a number field is no number.</summary>
public sealed record AnswerNotANumber : Refusal;

/// <summary>What stands in a date field is no day of the calendar.</summary>
public sealed record AnswerNotADate : Refusal;

/// <summary>What was sent for a yes-or-no question is neither.</summary>
public sealed record AnswerNotYesOrNo : Refusal;

/// <summary>A number has more decimals than the field takes.</summary>
/// <param name="Most">Most decimals.</param>
public sealed record TooManyDecimals(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>A number is too small.</summary>
/// <param name="Least">The least.</param>
public sealed record NumberTooSmall(decimal Least) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Least];
}

/// <summary>A number is too great.</summary>
/// <param name="Most">The greatest.</param>
public sealed record NumberTooGreat(decimal Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>A date is too early.</summary>
/// <param name="Earliest">The earliest day.</param>
public sealed record DateTooEarly(DateOnly Earliest) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Earliest];
}

/// <summary>A date is too late.</summary>
/// <param name="Latest">The latest day.</param>
public sealed record DateTooLate(DateOnly Latest) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Latest];
}

/// <summary>A text does not have the form that the field asks for.</summary>
/// <param name="Expected">What is expected, in the field's own words.</param>
public sealed record AnswerOfOtherPattern(LocalizedText Expected) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Expected];
}

/// <summary>A choice that is not, or no longer, on the list.</summary>
public sealed record ChoiceNotOffered : Refusal;

/// <summary>A choice that does not belong to what was chosen before it.</summary>
public sealed record ChoiceNotUnderParent : Refusal;

/// <summary>More was chosen than can be taken.</summary>
/// <param name="Most">How many at most.</param>
public sealed record TooManyChosen(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>A region that is not known, or not a town or village where one is asked for.</summary>
public sealed record RegionNotKnown : Refusal;

/// <summary>A region outside of the area that the item serves, or one that is no longer there.</summary>
public sealed record RegionOutside : Refusal;

/// <summary>Fewer rows than needed.</summary>
/// <param name="Least">The fewest.</param>
public sealed record TooFewRows(int Least) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Least];
}

/// <summary>More rows than can be taken.</summary>
/// <param name="Most">The most.</param>
public sealed record TooManyRows(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>A material is missing, or some of its files.</summary>
/// <param name="Name">The material.</param>
/// <param name="Least">How many files are needed.</param>
public sealed record MaterialMissing(LocalizedText Name, int Least) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Name, Least];
}

/// <summary>More files of a material than can be taken.</summary>
/// <param name="Name">The material.</param>
/// <param name="Most">The most files.</param>
public sealed record TooManyFiles(LocalizedText Name, int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Name, Most];
}

/// <summary>Several answers do not fit together.</summary>
/// <param name="Reason">The item's own sentence.</param>
public sealed record AnswersDoNotFit(LocalizedText Reason) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Reason];
}

/// <summary>A value was sent for a field that the form does not have.</summary>
public sealed record AnswerToNoField : Refusal;

/// <summary>A value of another shape was sent than the field takes (an object for a text, a text for rows).</summary>
public sealed record AnswerOfWrongShape : Refusal;

/// <summary>A panel has too few experts.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Least">The fewest.</param>
public sealed record TooFewExperts(int Count, int Least) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Count, Least];
}

/// <summary>A panel has too many experts.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Most">The most.</param>
public sealed record TooManyExperts(int Count, int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Count, Most];
}

/// <summary>The number of experts must be odd.</summary>
/// <param name="Count">How many there are.</param>
public sealed record ExpertsNotOdd(int Count) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Count];
}

/// <summary>An expert stands twice in one panel.</summary>
public sealed record ExpertScoredTwice : Refusal;

/// <summary>The experts of one panel did not score the same items.</summary>
public sealed record ExpertItemsDiffer : Refusal;

/// <summary>An expert gave fewer points than 0, or more than the item has.</summary>
/// <param name="Most">The most points.</param>
public sealed record ExpertPointsOutOfRange(decimal Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>With this change the service item could not be read any more.</summary>
/// <param name="Errors">What is wrong, with JSON paths.</param>
public sealed record ServiceItemUnreadable(IReadOnlyList<string> Errors) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [string.Join("; ", Errors)];
}

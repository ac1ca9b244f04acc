namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>
/// A condition in the one rule vocabulary: shown-when, required-when, eligibility and score tiers all speak it.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>All hold: <c>{"all":[…]}</c>.</summary>
    /// <param name="Of">The parts.</param>
    public sealed record All(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>At least one holds: <c>{"any":[…]}</c>.</summary>
    /// <param name="Of">The parts.</param>
    public sealed record Any(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>Does not hold: <c>{"not":{…}}</c>.</summary>
    /// <param name="Of">The part.</param>
    public sealed record Not(Condition Of) : Condition;

    /// <summary>A comparison: <c>{"field":"scale","op":"ge","value":3}</c>.</summary>
    /// <param name="Actual">What is.</param>
    /// <param name="Operator">How it is compared.</param>
    /// <param name="Needed">What is needed; null for filled and blank.</param>
    public sealed record Compare(ValueExpression Actual, Comparison Operator, ValueExpression? Needed) : Condition;
}

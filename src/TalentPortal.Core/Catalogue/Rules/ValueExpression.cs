using TalentPortal.Core.Catalogue.Answers;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>A value that a rule reads or derives.</summary>
public abstract record ValueExpression
{
    private ValueExpression()
    {
    }

    /// <summary>A value written in the rule.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Literal(AnswerValue Value) : ValueExpression;

    /// <summary>The answer of a field: <c>{"field":"person.sex"}</c>.</summary>
    /// <param name="Path">Path; inside a row the row's own fields come first.</param>
    public sealed record Field(string Path) : ValueExpression;

    /// <summary>A policy figure on the day of the evaluation: <c>{"parameter":"recog.minRuralYears"}</c>.</summary>
    /// <param name="Key">Key of the parameter.</param>
    public sealed record Parameter(string Key) : ValueExpression;

    /// <summary>The day of the evaluation: <c>{"today":true}</c>.</summary>
    public sealed record Today : ValueExpression;

    /// <summary>
    /// Full years from a date (or from the birth date in a citizen number) to today: <c>{"yearsSince":"startedOn"}</c>.
    /// </summary>
    /// <param name="Path">Path of the field.</param>
    public sealed record YearsSince(string Path) : ValueExpression;

    /// <summary>Full months beyond the full years, 0–11: <c>{"monthsPast":"startedOn"}</c>.</summary>
    /// <param name="Path">Path of the field.</param>
    public sealed record MonthsPast(string Path) : ValueExpression;

    /// <summary>How many rows: <c>{"count":"awards","where":{…}}</c>; none is 0.</summary>
    /// <param name="Rows">Path of the rows.</param>
    /// <param name="Where">Which rows; null: all.</param>
    public sealed record Count(string Rows, Condition? Where) : ValueExpression;

    /// <summary>The sum of a column: <c>{"sum":"households.income","where":{…}}</c>; none is 0.</summary>
    /// <param name="Rows">Path of the rows.</param>
    /// <param name="Column">Code of the column.</param>
    /// <param name="Where">Which rows; null: all.</param>
    public sealed record Sum(string Rows, string Column, Condition? Where) : ValueExpression;

    /// <summary>How many files of a material were handed in: <c>{"files":"award"}</c>.</summary>
    /// <param name="Material">Code of the material.</param>
    public sealed record Files(string Material) : ValueExpression;

    /// <summary>The number for an answered code: <c>{"lookup":"scaleBase","by":"subClass"}</c>.</summary>
    /// <param name="Table">Key of the lookup.</param>
    /// <param name="By">Path of the field that holds the code.</param>
    public sealed record Lookup(string Table, string By) : ValueExpression;

    /// <summary>
    /// What the code table says of an answered code: <c>{"attribute":"grade","of":"title"}</c>; a number where it is one.
    /// </summary>
    /// <param name="Name">Name of the attribute.</param>
    /// <param name="Of">Path of the field that holds the code.</param>
    public sealed record Attribute(string Name, string Of) : ValueExpression;

    /// <summary>Two numbers together: <c>{"plus":[…,…]}</c>; nothing while one of them is blank.</summary>
    /// <param name="Left">One.</param>
    /// <param name="Right">The other.</param>
    public sealed record Plus(ValueExpression Left, ValueExpression Right) : ValueExpression;

    /// <summary>One number divided by another: <c>{"divide":[…,…]}</c>; nothing when the divisor is 0.</summary>
    /// <param name="Dividend">What is divided.</param>
    /// <param name="Divisor">By what.</param>
    public sealed record Divide(ValueExpression Dividend, ValueExpression Divisor) : ValueExpression;
}

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>What came out of binding posted values.</summary>
/// <param name="Answers">The answers; a value that was refused outright is not among them.</param>
/// <param name="Errors">Values refused outright: too long, too many rows, of another shape, unknown.</param>
public sealed record AnswerBinding(FormAnswers Answers, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Nothing was posted.</summary>
    public static AnswerBinding Nothing { get; } = new(FormAnswers.Empty, []);
}

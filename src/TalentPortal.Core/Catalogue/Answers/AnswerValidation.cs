namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>What came out of checking a form.</summary>
/// <param name="Shown">The answers without those of hidden fields: what a submitted application keeps.</param>
/// <param name="Errors">Errors in page order, materials without a field last.</param>
public sealed record AnswerValidation(FormAnswers Shown, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Whether there is nothing to mend.</summary>
    public bool Succeeded => Errors.Count == 0;
}

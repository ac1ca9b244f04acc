namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>
/// What reviewers of a step enter along with some of its answers: a vote, a finding, a remark. Rules read the last entry of a field
/// under <c>review.field</c>, and all entries of a form (one for each unit, its last) as the rows <c>review.form</c>.
/// </summary>
/// <param name="Code">Code, unique among review forms and their fields.</param>
/// <param name="Title">Title over the fields.</param>
/// <param name="Step">The step of the guide.</param>
/// <param name="Outcomes">The answers with which the fields are asked.</param>
/// <param name="Fields">Fields, neither blocks nor files nor secrets; codes are unique over all review forms.</param>
/// <param name="Checks">What must hold over several fields.</param>
public sealed record ReviewForm(string Code, LocalizedText Title, string Step, IReadOnlyList<string> Outcomes,
    IReadOnlyList<FormField> Fields, IReadOnlyList<ConsistencyRule> Checks)
{
    private const int MostEntries = 100;

    /// <summary>The entries of this form as rules see them: rows.</summary>
    public FormField AsRows { get; } = new()
    {
        Code = Code,
        Type = FieldType.Rows,
        Label = Title,
        Fields = Fields,
        MaxRows = MostEntries,
    };

    /// <summary>The form as a section of a page.</summary>
    public FormSection AsSection { get; } = new(Code, Title, LocalizedText.Empty, ShownWhen: null, Fields);

    /// <summary>Whether an answer in a step asks for the fields.</summary>
    public bool IsAskedWith(string step, string outcome) =>
        string.Equals(Step, step, StringComparison.Ordinal) && Outcomes.Contains(outcome, StringComparer.Ordinal);
}

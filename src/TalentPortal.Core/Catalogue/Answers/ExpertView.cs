using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Materials;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>What experts, who score without names, may see of an application: only what the item marks for them.</summary>
public static class ExpertView
{
    /// <summary>The answers that experts may see.</summary>
    public static FormAnswers Of(ServiceItem item, FormAnswers answers)
    {
        var seen = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var field in item.Form.Fields)
        {
            if (See(field, answers.Values.GetValueOrDefault(field.Code)) is { } value) seen[field.Code] = value;
        }

        return new FormAnswers(seen);
    }

    /// <summary>The materials that experts may open.</summary>
    public static IEnumerable<MaterialRule> MaterialsOf(ServiceItem item) => item.Materials.Where(m => m.VisibleToExperts);

    private static AnswerValue? See(FormField field, AnswerValue? value)
    {
        switch (value)
        {
            case AnswerValue.Group group:
                return See(field.Fields, group);
            case AnswerValue.Rows rows:
                var seen = rows.Items.Select(row => See(field.Fields, row)).OfType<AnswerValue.Group>().ToList();
                return seen.Count == 0 ? null : new AnswerValue.Rows(seen);
            default:
                return field.VisibleToExperts ? value : null;
        }
    }

    private static AnswerValue.Group? See(IReadOnlyList<FormField> fields, AnswerValue.Group group)
    {
        var seen = fields.Where(f => f.VisibleToExperts && group.Fields.ContainsKey(f.Code))
            .ToDictionary(f => f.Code, f => group.Fields[f.Code], StringComparer.Ordinal);
        return seen.Count == 0 ? null : new AnswerValue.Group(seen);
    }
}

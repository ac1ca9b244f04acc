using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>Which answers and secrets lie within a reach.</summary>
internal static class CaseFileAnswers
{
    public static FormAnswers Within(FileReach reach, ServiceItem item, FormAnswers answers) => reach switch
    {
        FileReach.Full => answers,
        FileReach.Anonymous => ExpertView.Of(item, answers),
        FileReach.JointCheck => Keep(answers, item.Form.Fields, path => IsIdentity(item, path)),
        _ => FormAnswers.Empty,
    };

    public static IReadOnlySet<string> Secrets(FileReach reach, ServiceItem item, IEnumerable<ApplicationSecret> secrets) => secrets
        .Select(secret => secret.Path)
        .Where(path => reach is FileReach.Full || (reach is FileReach.JointCheck && path == item.Subject.CitizenId))
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsIdentity(ServiceItem item, string path) =>
        path == item.Subject.Name || path == item.Subject.CitizenId || path == item.Subject.CreditCode;

    /// <summary>A field is kept whole when it is wanted itself; of a block, otherwise, the wanted children.</summary>
    private static FormAnswers Keep(FormAnswers answers, IEnumerable<FormField> fields, Func<string, bool> isWanted)
    {
        var kept = FormAnswers.Empty;
        foreach (var field in fields)
        {
            if (answers.Values.GetValueOrDefault(field.Code) is not { } value) continue;
            if (isWanted(field.Code) && field.Sensitivity is not Sensitivity.Sensitive) kept = kept.With(field.Code, value);
            else if (Part(field, value, isWanted) is { } part) kept = kept.With(field.Code, part);
        }

        return kept;
    }

    private static AnswerValue? Part(FormField field, AnswerValue value, Func<string, bool> isWanted) => value switch
    {
        AnswerValue.Group group => Part(field.Code + ".", group, isWanted) is { Fields.Count: > 0 } part ? part : null,
        AnswerValue.Rows rows when rows.Items.Select(row => Part(field.Code + "[].", row, isWanted)).ToList() is var parts
            && parts.Exists(part => part.Fields.Count > 0) => new AnswerValue.Rows(parts),
        AnswerValue.Masked when isWanted(field.Code) => value,
        _ => null,
    };

    private static AnswerValue.Group Part(string prefix, AnswerValue.Group group, Func<string, bool> isWanted) =>
        new(group.Fields.Where(child => isWanted(prefix + child.Key))
            .ToDictionary(child => child.Key, child => child.Value, StringComparer.Ordinal));
}

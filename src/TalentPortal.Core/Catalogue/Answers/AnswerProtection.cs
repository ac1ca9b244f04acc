using System.Globalization;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Splits off what must be stored encrypted, and puts it back.</summary>
public static class AnswerProtection
{
    private const string Covered = "***";

    /// <summary>Splits the secrets off. Answers that are masked already stay so.</summary>
    public static ProtectedAnswers Split(ServiceItem item, FormAnswers answers)
    {
        var secrets = new List<Secret>();
        var shown = Map(item, answers, (path, field, value) =>
        {
            if (field.Sensitivity is not Sensitivity.Sensitive || value is AnswerValue.Masked) return value;
            secrets.Add(new Secret(path, field.SecretKind, Plain(value)));
            return new AnswerValue.Masked(MaskOf(field.SecretKind, value));
        });
        return new ProtectedAnswers(shown, secrets);
    }

    /// <summary>Puts secrets back in their places. A place without its secret stays masked.</summary>
    /// <param name="item">The item.</param>
    /// <param name="answers">Answers as <see cref="Split"/> left them.</param>
    /// <param name="secrets">Secrets by path, decrypted.</param>
    public static FormAnswers Merge(ServiceItem item, FormAnswers answers, IEnumerable<Secret> secrets)
    {
        var byPath = secrets.ToDictionary(s => s.Path, s => s.Plain, StringComparer.Ordinal);
        return Map(item, answers, (path, field, value) =>
            value is AnswerValue.Masked && byPath.TryGetValue(path, out var plain) ? Restore(field, plain) ?? value : value);
    }

    private static FormAnswers Map(ServiceItem item, FormAnswers answers, Func<string, FormField, AnswerValue, AnswerValue> map)
    {
        var result = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var field in item.Form.Fields)
        {
            if (answers.Values.GetValueOrDefault(field.Code) is not { } value) continue;
            result[field.Code] = value switch
            {
                AnswerValue.Group group => MapGroup(field, field.Code, group, map),
                AnswerValue.Rows rows => new AnswerValue.Rows([.. rows.Items.Select((row, i) =>
                    MapGroup(field, string.Create(CultureInfo.InvariantCulture, $"{field.Code}[{i}]"), row, map))]),
                _ => map(field.Code, field, value),
            };
        }

        return new FormAnswers(result);
    }

    private static AnswerValue.Group MapGroup(
        FormField block, string path, AnswerValue.Group group, Func<string, FormField, AnswerValue, AnswerValue> map) =>
        new(block.Fields.Where(child => group.Fields.ContainsKey(child.Code)).ToDictionary(
            child => child.Code, child => map($"{path}.{child.Code}", child, group.Fields[child.Code]), StringComparer.Ordinal));

    private static string Plain(AnswerValue value) => value switch
    {
        AnswerValue.Unreadable unreadable => unreadable.Raw,
        AnswerValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        AnswerValue.Codes codes => string.Join('\n', codes.Values),
        _ => RuleFacts.Text(value)!,
    };

    private static AnswerValue? Restore(FormField field, string plain) => field is { Type: FieldType.Choice, Multiple: true }
        ? new AnswerValue.Codes(plain.Split('\n'))
        : AnswerText.Parse(field, plain);

    private static string MaskOf(SecretKind kind, AnswerValue value) => (kind, value) switch
    {
        (SecretKind.CitizenId, AnswerValue.Text text) => Mask.IdentityNumber(text.Value),
        (SecretKind.Phone, AnswerValue.Text text) => Mask.Phone(text.Value),
        (SecretKind.BankAccount, AnswerValue.Text text) => Mask.BankAccount(text.Value),
        _ => Covered,
    };
}

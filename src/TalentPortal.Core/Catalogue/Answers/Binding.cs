using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Answers and errors while they are being gathered.</summary>
internal sealed class Binding
{
    private const int MostCodes = 200;
    private readonly Dictionary<string, AnswerValue> values = new(StringComparer.Ordinal);
    private readonly List<FieldError> errors = [];

    public void Keep(string code, AnswerValue? value)
    {
        if (value is null) values.Remove(code);
        else values[code] = value;
    }

    public void Refuse(string path, Refusal refusal) => errors.Add(new FieldError(path, refusal));

    public AnswerBinding Finish() => new(new FormAnswers(values), errors);

    /// <summary>One value; refused unread when it is absurdly long.</summary>
    public AnswerValue? Single(FormField field, string path, string raw)
    {
        var isText = field.Type is FieldType.Text or FieldType.LongText;
        if (raw.Length <= (isText ? AnswerText.LongestRaw : AnswerText.LongestShort)) return AnswerText.Parse(field, raw);
        Refuse(path, new AnswerTooLong(field.MaxLength > 0 ? field.MaxLength : AnswerText.LongestShort));
        return null;
    }

    /// <summary>Several codes; blank and double ones go.</summary>
    public AnswerValue.Codes? Codes(FormField field, string path, IReadOnlyList<string> raw)
    {
        if (raw.Count > MostCodes)
        {
            Refuse(path, new TooManyChosen(MostCodes));
            return null;
        }

        var codes = raw.Select(r => Single(field, path, r)).OfType<AnswerValue.Codes>()
            .SelectMany(c => c.Values).Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? null : new AnswerValue.Codes(codes);
    }

    /// <summary>The filled fields of a block; null when none is.</summary>
    public static AnswerValue.Group? Block(FormField block, Func<FormField, AnswerValue?> read)
    {
        var group = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var child in block.Fields)
        {
            if (read(child) is { } value) group[child.Code] = value;
        }

        return group.Count == 0 ? null : new AnswerValue.Group(group);
    }

    /// <summary>Adds a row; false when there are too many.</summary>
    public bool AddRow(FormField field, List<AnswerValue.Group> rows, AnswerValue.Group row)
    {
        if (rows.Count < field.MaxRows)
        {
            rows.Add(row);
            return true;
        }

        Refuse(field.Code, new TooManyRows(field.MaxRows));
        return false;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>The answers of one form by field code: typed, immutable, equal by content. Stored as one JSON document.</summary>
/// <param name="Values">Answers by code; blank ones are absent.</param>
public sealed record FormAnswers(IReadOnlyDictionary<string, AnswerValue> Values)
{
    /// <summary>Nothing answered.</summary>
    public static FormAnswers Empty { get; } = new(new Dictionary<string, AnswerValue>(StringComparer.Ordinal));

    /// <summary>Reads what <see cref="ToJson"/> wrote. What the form no longer asks for is left out.</summary>
    /// <param name="fields">Top-level fields of the form.</param>
    /// <param name="json">The stored document.</param>
    /// <exception cref="JsonException">The document is not JSON: the database was tampered with.</exception>
    public static FormAnswers FromStorage(IEnumerable<FormField> fields, string json)
    {
        using var document = JsonDocument.Parse(json);
        return AnswerJson.ReadStored(fields, document.RootElement);
    }

    /// <summary>The answer at a path: <c>scale</c>, <c>person.name</c>, <c>households[0].name</c>; null when blank.</summary>
    public AnswerValue? Find(string path)
    {
        if (Values.TryGetValue(path, out var direct)) return direct;
        if (AnswerPath.TryParse(path) is not { } parsed || !Values.TryGetValue(parsed.Code, out var block)) return null;
        var group = parsed.Row is { } row ? (block as AnswerValue.Rows)?.Items.ElementAtOrDefault(row) : block as AnswerValue.Group;
        return parsed.Child is { } child ? group?.Fields.GetValueOrDefault(child) : group;
    }

    /// <summary>The same answers with another one in this place; null takes it away.</summary>
    public FormAnswers With(string code, AnswerValue? value)
    {
        var values = new Dictionary<string, AnswerValue>(Values, StringComparer.Ordinal);
        if (value is null) values.Remove(code);
        else values[code] = value;
        return new FormAnswers(values);
    }

    /// <summary>The same answers with the fields of one section replaced, blank ones included.</summary>
    public FormAnswers WithSection(FormSection section, FormAnswers answers) =>
        section.Fields.Aggregate(this, (all, field) => all.With(field.Code, answers.Values.GetValueOrDefault(field.Code)));

    /// <summary>The answers as a JSON object, properties in ordinal order.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) AnswerJson.Write(writer, Values);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <inheritdoc/>
    public bool Equals(FormAnswers? other) =>
        other is not null && new AnswerValue.Group(Values).Equals(new AnswerValue.Group(other.Values));

    /// <inheritdoc/>
    public override int GetHashCode() => new AnswerValue.Group(Values).GetHashCode();

    /// <summary>How many answers there are; never what they are.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Values.Count} answers");
}

namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>The form of a service item.</summary>
public sealed class ServiceForm
{
    private readonly Dictionary<string, FormField> byPath;

    /// <summary>A form of these sections; field codes are unique over all sections.</summary>
    public ServiceForm(IReadOnlyList<FormSection> sections)
    {
        Sections = sections;
        byPath = sections.SelectMany(s => s.Fields).SelectMany(WithChildren)
            .ToDictionary(p => p.Path, p => p.Field, StringComparer.Ordinal);
        SensitiveFields = [.. AllFields
            .Where(p => p.Field.Sensitivity is Sensitivity.Sensitive && p.Field.Fields.Count == 0)
            .Select(p => new SensitiveField(p.Path, p.Field.SecretKind, p.Field))];
    }

    /// <summary>Sections in page order.</summary>
    public IReadOnlyList<FormSection> Sections { get; }

    /// <summary>Top-level fields in page order.</summary>
    public IEnumerable<FormField> Fields => Sections.SelectMany(s => s.Fields);

    /// <summary>Every field with its path in page order; children of rows carry <c>[]</c> (<c>households[].name</c>).</summary>
    public IEnumerable<(string Path, FormField Field)> AllFields => Fields.SelectMany(WithChildren);

    /// <summary>Fields whose answers are stored apart, encrypted.</summary>
    public IReadOnlyList<SensitiveField> SensitiveFields { get; }

    /// <summary>The field at a path (<c>scale</c>, <c>person.name</c>, <c>households[].name</c>); null when there is none.</summary>
    public FormField? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The section with this code; null when there is none.</summary>
    public FormSection? FindSection(string code) => Sections.FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.Ordinal));

    private static IEnumerable<(string Path, FormField Field)> WithChildren(FormField field)
    {
        var joint = field.Type is FieldType.Rows ? "[]." : ".";
        return field.Fields.Select(child => (field.Code + joint + child.Code, child)).Prepend((field.Code, field));
    }
}

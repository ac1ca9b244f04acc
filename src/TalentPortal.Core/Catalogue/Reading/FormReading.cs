using System.Text.RegularExpressions;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads sections and fields.</summary>
internal static partial class FormReading
{
    private const int MostRows = 500;
    private const int LongestText = 10_000;

    public static ServiceForm Form(JsonCursor item)
    {
        var form = item.Child("form");
        var sections = form.List("sections", Section);
        if (sections.Count == 0) form.Error("sections", "a form needs at least one section");
        form.Close();
        var unique = Unique(sections, s => s.Code, form, "sections");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new ServiceForm([.. unique.Select((s, i) => s with
        {
            Fields = [.. s.Fields.Where((f, j) => IsNew(seen, f.Code, $"{form.At("sections")}[{i}].fields[{j}].code", item.Log))],
        })]);
    }

    public static IReadOnlyList<FormField> Fields(JsonCursor owner, string name, bool nested) =>
        Unique(owner.List(name, f => Field(f, nested)), f => f.Code, owner, name);

    public static FormField Field(JsonCursor cursor, bool nested)
    {
        var type = cursor.Choice<FieldType>("type");
        var field = new FormField
        {
            Code = Code(cursor),
            Type = type,
            Label = cursor.Localized("label"),
            Help = cursor.OptionalLocalized("help"),
            Required = cursor.Flag("required"),
            RequiredWhen = RuleReading.OptionalCondition(cursor, "requiredWhen"),
            ShownWhen = RuleReading.OptionalCondition(cursor, "shownWhen"),
        };
        if (nested && type is FieldType.Person or FieldType.Rows or FieldType.File && nested)
            cursor.Error("type", "a block or a file cannot stand inside a block or a row");
        return ReadByType(cursor, type is FieldType.Person or FieldType.Rows or FieldType.File ? field : Guarded(cursor, field));
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,49}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeShape();

    private static FormSection Section(JsonCursor cursor) => new(
        Code(cursor),
        cursor.Localized("title"),
        cursor.OptionalLocalized("help"),
        RuleReading.OptionalCondition(cursor, "shownWhen"),
        cursor.List("fields", f => Field(f, nested: false)));

    private static string Code(JsonCursor cursor)
    {
        var code = cursor.Text("code");
        if (code.Length > 0 && !CodeShape().IsMatch(code))
            cursor.Error("code", $"'{code}' must begin with a lower-case letter and hold letters and digits, 50 at most");
        return code;
    }

    private static FormField Guarded(JsonCursor cursor, FormField field)
    {
        var sensitivity = cursor.Choice<Sensitivity>("sensitivity");
        var purpose = cursor.OptionalLocalized("purpose");
        if (sensitivity >= Sensitivity.Personal && purpose.IsBlank)
            cursor.Error("purpose", "a personal or sensitive field must say what it is needed for, in zh and en");
        if (field.SecretKind is not SecretKind.Other && sensitivity is not Sensitivity.Sensitive)
            cursor.Error("sensitivity", "numbers of persons, phones and accounts are always 'sensitive'");
        var prefill = cursor.OptionalText("prefill");
        return field with
        {
            Sensitivity = sensitivity,
            Purpose = purpose,
            VisibleToExperts = cursor.Flag("visibleToExperts"),
            Prefill = prefill.Length == 0 ? null : prefill,
        };
    }

    private static FormField ReadByType(JsonCursor cursor, FormField field) => field.Type switch
    {
        FieldType.Text => field with
        {
            MaxLength = cursor.Whole("maxLength", 1, LongestText, absent: 100),
            Pattern = Pattern(cursor),
        },
        FieldType.LongText => field with { MaxLength = cursor.Whole("maxLength", 1, LongestText, absent: 1000) },
        FieldType.Number => Ranged(cursor, field) with { Decimals = cursor.Whole("decimals", 0, 6, absent: 0) },
        FieldType.Money => Ranged(cursor, field) with { Decimals = 2 },
        FieldType.Date => Ranged(cursor, field),
        FieldType.Choice => Choice(cursor, field),
        FieldType.Region => Region(cursor, field),
        FieldType.Person => Block(cursor, field),
        FieldType.Rows => Rows(cursor, field),
        FieldType.File => field with { Material = Reference(cursor, "material", ReferenceKind.Material) },
        FieldType.Email => field with { MaxLength = 254 },
        _ => field with { MaxLength = 40 },
    };

    private static FormField Ranged(JsonCursor cursor, FormField field) => field with
    {
        Unit = cursor.OptionalLocalized("unit"),
        Min = RuleReading.OptionalValue(cursor, "min"),
        Max = RuleReading.OptionalValue(cursor, "max"),
    };

    private static FormField Choice(JsonCursor cursor, FormField field)
    {
        var parent = cursor.OptionalText("parentField");
        cursor.Log.Refer(ReferenceKind.Field, parent, cursor.At("parentField"));
        return field with
        {
            CodeTable = Reference(cursor, "codeTable", ReferenceKind.CodeTable),
            ParentField = parent.Length == 0 ? null : parent,
            Multiple = cursor.Flag("multiple"),
            Pick = cursor.Choice<ChoicePick>("pick", absent: ChoicePick.Any),
        };
    }

    private static FormField Region(JsonCursor cursor, FormField field)
    {
        var within = cursor.OptionalText("within");
        return field with
        {
            CodeTable = Reference(cursor, "codeTable", ReferenceKind.CodeTable),
            Within = within.Length == 0 ? null : within,
            RegionDigits = cursor.Choice<RegionLevel>("level") is RegionLevel.Town ? 9 : 12,
        };
    }

    private static FormField Block(JsonCursor cursor, FormField field)
    {
        var children = Fields(cursor, "fields", nested: true);
        if (children.Count == 0) cursor.Error("fields", "a block needs fields");
        return field with { Fields = children };
    }

    private static FormField Rows(JsonCursor cursor, FormField field)
    {
        var outer = cursor.Log.RowScope;
        cursor.Log.RowScope = field.Code;
        var block = Block(cursor, field);
        cursor.Log.RowScope = outer;
        var rows = block with
        {
            MinRows = cursor.Whole("minRows", 0, MostRows, absent: field.Required ? 1 : 0),
            MaxRows = cursor.Whole("maxRows", 1, MostRows, absent: 20),
        };
        if (rows.MinRows > rows.MaxRows) cursor.Error("minRows", "'minRows' is above 'maxRows'");
        return rows;
    }

    private static SafePattern? Pattern(JsonCursor cursor)
    {
        if (cursor.Take("pattern") is not { } value) return null;
        var pattern = new JsonCursor(value, cursor.At("pattern"), cursor.Log);
        var (source, message) = (pattern.Text("regex"), pattern.Localized("message"));
        pattern.Close();
        try
        {
            return new SafePattern(source, message);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            pattern.Error("regex", $"'{source}' is not a pattern that can be used: {e.Message}");
            return null;
        }
    }

    private static string Reference(JsonCursor cursor, string name, ReferenceKind kind)
    {
        var target = cursor.Text(name);
        cursor.Log.Refer(kind, target, cursor.At(name));
        return target;
    }

    internal static IReadOnlyList<T> Unique<T>(IReadOnlyList<T> items, Func<T, string> code, JsonCursor owner, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Where((item, i) => IsNew(seen, code(item), $"{owner.At(name)}[{i}].code", owner.Log))];
    }

    private static bool IsNew(HashSet<string> seen, string code, string path, ReadingLog log)
    {
        if (seen.Add(code)) return true;
        if (code.Length > 0) log.Error(path, $"the code '{code}' is used twice");
        return false;
    }

    private enum RegionLevel
    {
        Town,
        Village,
    }
}

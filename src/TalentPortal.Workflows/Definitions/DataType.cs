using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions.Values;

namespace TalentPortal.Workflows.Definitions;

/// <summary>A type as definitions name it. Values are JSON; a type says which JSON is allowed and how other JSON is converted.</summary>
public sealed class DataType
{
    private static readonly Dictionary<string, DataType> Aliases = CreateAliases();

    private DataType(string name, DataKind kind, DataType? element = null, IReadOnlyList<string>? choices = null)
    {
        Name = name;
        Kind = kind;
        Element = element;
        Choices = choices ?? [];
    }

    /// <summary>Any value, never converted.</summary>
    public static DataType Object { get; } = new("Object", DataKind.Object);

    /// <summary>Text.</summary>
    public static DataType String { get; } = new("String", DataKind.Text);

    /// <summary>True or false; false when unset.</summary>
    public static DataType Boolean { get; } = new("Boolean", DataKind.Boolean);

    /// <summary>A whole number; 0 when unset.</summary>
    public static DataType Int32 { get; } = new("Int32", DataKind.Integer);

    /// <summary>A number with fractions; 0 when unset.</summary>
    public static DataType Double { get; } = new("Double", DataKind.Number);

    /// <summary>A moment, ISO 8601.</summary>
    public static DataType DateTimeOffset { get; } = new("DateTimeOffset", DataKind.Date);

    /// <summary>A span of time in the form d.hh:mm:ss.</summary>
    public static DataType TimeSpan { get; } = new("TimeSpan", DataKind.Duration);

    /// <summary>A JSON object, also read from JSON text.</summary>
    public static DataType Dictionary { get; } = new("ObjectDictionary", DataKind.Json);

    /// <summary>Name as definitions write it.</summary>
    public string Name { get; }

    /// <summary>The names allowed when this is a choice, else empty.</summary>
    public IReadOnlyList<string> Choices { get; }

    internal DataKind Kind { get; }

    internal DataType? Element { get; }

    /// <summary>The value of an unset input or variable of this type.</summary>
    public JsonNode? Default => Kind switch
    {
        DataKind.Boolean => JsonValue.Create(false),
        DataKind.Integer or DataKind.Number => JsonValue.Create(0),
        DataKind.Duration => JsonValue.Create("00:00:00"),
        _ => null,
    };

    /// <summary>A list of values of one type.</summary>
    public static DataType ListOf(DataType element) => new($"{element.Name}[]", DataKind.List, element);

    /// <summary>One of a few names, compared without case.</summary>
    public static DataType Choice(params string[] names) => new("String", DataKind.Choice, choices: names);

    /// <summary>Finds the type a definition names: an alias, <c>T[]</c>, <c>List&lt;T&gt;</c>, or a type of System.</summary>
    public static bool TryResolve(string typeName, out DataType type)
    {
        var name = typeName.Trim();
        if (Aliases.TryGetValue(name, out type!)) return true;
        if (name.EndsWith("[]", StringComparison.Ordinal)) return TryResolveList(name[..^2], out type);
        if (TryUnwrap(name, out var element)) return TryResolveList(element, out type);
        if (name.StartsWith("IDictionary<", StringComparison.Ordinal) || name.StartsWith("Dictionary<", StringComparison.Ordinal))
        {
            type = Dictionary;
            return true;
        }

        if (name.StartsWith("Newtonsoft.", StringComparison.Ordinal) && Aliases.TryGetValue(name.Split(',')[0], out type!)) return true;
        return TryResolveSystem(name, out type);
    }

    /// <summary>Converts a value; false when it can't be represented.</summary>
    public bool TryConvert(JsonNode? value, out JsonNode? converted) => DataConversion.TryConvert(value, this, out converted);

    /// <summary>Converts a value; what can't be converted becomes the type's default, as in Elsa.</summary>
    public JsonNode? Convert(JsonNode? value) => TryConvert(value, out var converted) ? converted : Default;

    /// <inheritdoc />
    public override string ToString() => Name;

    private static bool TryResolveList(string elementName, out DataType type)
    {
        type = Object;
        if (!TryResolve(elementName, out var element)) return false;
        type = ListOf(element);
        return true;
    }

    private static bool TryUnwrap(string name, out string element)
    {
        element = "";
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open < 0 || !name.EndsWith('>')) return false;
        if (name[..open] is not ("List" or "IList" or "ICollection" or "IEnumerable" or "HashSet" or "ISet")) return false;
        element = name[(open + 1)..^1];
        return true;
    }

    private static bool TryResolveSystem(string name, out DataType type)
    {
        type = Object;
        if (!name.StartsWith("System.", StringComparison.Ordinal)) return false;
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var bare = comma < 0 || name.Contains('[', StringComparison.Ordinal) ? name : name[..comma];
        if (Aliases.TryGetValue(bare["System.".Length..], out type!)) return true;
        type = bare.Contains("Dictionary", StringComparison.Ordinal) ? Dictionary : Object;
        if (bare.StartsWith("System.Collections.", StringComparison.Ordinal)) return true;
        return Aliases.TryGetValue(bare[(bare.LastIndexOf('.') + 1)..], out type!);
    }

    private static Dictionary<string, DataType> CreateAliases()
    {
        var aliases = new Dictionary<string, DataType>(StringComparer.OrdinalIgnoreCase);
        void Add(DataKind kind, params string[] names)
        {
            foreach (var name in names)
            {
                aliases[name] = new DataType(name, kind);
                aliases[name + "?"] = new DataType(name + "?", kind);
            }
        }

        Add(DataKind.Object, "Object", "Stream", "HttpRequest", "HttpResponseMessage", "HttpHeaders", "RouteData", "FormFile", "HttpFile");
        Add(DataKind.Object, "HttpResponse", "HttpStatusCode", "Downloadable", "JsonElement", "JsonNode");
        Add(DataKind.Text, "String", "Char", "ByteArray", "Uri");
        Add(DataKind.Boolean, "Boolean", "Bool");
        Add(DataKind.Integer, "Int16", "Int32", "Int64", "Long", "Int", "Byte", "UInt16", "UInt32", "UInt64");
        Add(DataKind.Number, "Single", "Double", "Decimal", "Float");
        Add(DataKind.Identifier, "Guid");
        Add(DataKind.Date, "DateTime", "DateTimeOffset", "DateOnly");
        Add(DataKind.Duration, "TimeSpan");
        Add(DataKind.Json, "JSON", "JsonObject", "StringDictionary", "ObjectDictionary", "StringMap", "ObjectMap", "ExpandoObject");
        Add(DataKind.Json, "JsonArray", "Newtonsoft.Json.Linq.JObject", "Newtonsoft.Json.Linq.JArray", "Newtonsoft.Json.Linq.JToken");
        return aliases;
    }
}

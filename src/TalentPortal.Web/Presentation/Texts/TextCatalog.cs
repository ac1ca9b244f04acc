using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>
/// Every sentence the portal says, by language and key. Each <c>Resources/{language}/{Domain}.json</c> is one flat object;
/// its keys begin with the file's name and a dot, or with <c>Refusal.</c> (a refusal type's name follows) or <c>Enum.</c>
/// (an enum type's name and member follow).
/// </summary>
public sealed class TextCatalog
{
    /// <summary>The language in which everything is written first.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>The second language, complete.</summary>
    public const string English = "en";

    private const string Root = "Resources/";

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> languages;

    private TextCatalog(FrozenDictionary<string, FrozenDictionary<string, string>> languages) => this.languages = languages;

    /// <summary>The languages the portal speaks, the default first.</summary>
    public static IReadOnlyList<string> Languages { get; } = [Chinese, English];

    /// <summary>The texts built into this assembly.</summary>
    public static TextCatalog Embedded { get; } = Load(typeof(TextCatalog).Assembly);

    /// <summary>Whether this culture is read in English; everything else is read in Chinese.</summary>
    public static bool IsEnglish(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return string.Equals(culture.TwoLetterISOLanguageName, English, StringComparison.Ordinal);
    }

    /// <summary>The text of a key in the culture's language, or null where there is none.</summary>
    public string? Find(string key, CultureInfo culture) => Of(culture).GetValueOrDefault(key);

    /// <summary>All texts of the culture's language.</summary>
    public IReadOnlyDictionary<string, string> All(CultureInfo culture) => Of(culture);

    private FrozenDictionary<string, string> Of(CultureInfo culture) => languages[IsEnglish(culture) ? English : Chinese];

    private static TextCatalog Load(Assembly assembly)
    {
        var found = Languages.ToDictionary(l => l, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Root, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var language = name[Root.Length..].Split('/')[0];
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Strict)!)
            {
                if (!found[language].TryAdd(key, text))
                    throw new InvalidDataException($"The text '{key}' stands twice in the language {language}; the second is in {name}.");
            }
        }
        return new TextCatalog(found.ToFrozenDictionary(
            l => l.Key, l => l.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal));
    }
}

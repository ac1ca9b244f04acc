using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon;
using TalentPortal.Web.Presentation.Texts;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

/// <summary>Every sentence exists in both languages, is used, and stands in no code.</summary>
public sealed partial class TextCatalogTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");
    private static readonly IReadOnlyDictionary<string, string> Chinese = TextCatalog.Embedded.All(CultureInfo.GetCultureInfo("zh-CN"));
    private static readonly IReadOnlyDictionary<string, string> English = TextCatalog.Embedded.All(CultureInfo.GetCultureInfo("en"));
    private static readonly Lazy<string> Code = new(() => string.Join('\n', Files("*.cs", "*.cshtml").Select(File.ReadAllText)));

    [Fact]
    public void Keys_BothLanguages_AreTheSame() =>
        Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Texts_BothLanguages_HaveTheSamePlacesAndAreNotEmpty() => Assert.All(Chinese, text =>
    {
        // English counts many things without a measure word.
        var mayBeBlank = text.Key.EndsWith(".Unit", StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(text.Value) || (!mayBeBlank && string.IsNullOrWhiteSpace(English[text.Key])), text.Key);
        if (text.Key.StartsWith("Shared.Format.", StringComparison.Ordinal)) return;
        Assert.True(Places(text.Value).SetEquals(Places(English[text.Key])), text.Key);
    });

    [Fact]
    public void English_Texts_HaveNoChinese() =>
        Assert.DoesNotContain(English, text => text.Key is not "Shared.Language.Chinese" && Han().IsMatch(text.Value));

    [Fact]
    public void Keys_Everywhere_BeginWithTheirFileOrAFamily()
    {
        var resources = Path.Combine(Source, "TalentPortal.Web", "Resources");
        foreach (var file in Directory.EnumerateFiles(resources, "*.json", SearchOption.AllDirectories))
        {
            var keys = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!.Keys;
            string[] starts = [Path.GetFileNameWithoutExtension(file) + ".", "Refusal.", "Enum."];
            Assert.All(keys, key => Assert.True(starts.Any(start => key.StartsWith(start, StringComparison.Ordinal)), $"{key} in {file}"));
        }
    }

    [Fact]
    public void Keys_All_AreUsed()
    {
        var families = Families().Matches(Code.Value).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var unused = Chinese.Keys.Where(key =>
            !Code.Value.Contains($"\"{key}\"", StringComparison.Ordinal)
            && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal)));
        Assert.Empty(unused.Except(FrameworkKeys));
    }

    [Fact]
    public void Keys_UsedInCode_Exist()
    {
        var used = Uses().Matches(Code.Value).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);
        Assert.DoesNotContain(used, key => !Chinese.ContainsKey(key));
    }

    [Fact]
    public void Refusals_All_HaveASentence()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).ToList();

        Assert.DoesNotContain(refusals.Select(t => "Refusal." + t.Name), key => !Chinese.ContainsKey(key));
        Assert.Empty(refusals.GroupBy(t => t.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        var names = refusals.Select(t => "Refusal." + t.Name).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Chinese.Keys, key => key.StartsWith("Refusal.", StringComparison.Ordinal) && !names.Contains(key));
    }

    [Fact]
    public void EnumTexts_All_NameARealMember_AndCoverTheirEnum()
    {
        Assembly[] assemblies = [typeof(Refusal).Assembly, typeof(TextCatalog).Assembly, typeof(DayOfWeek).Assembly];
        var enums = assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).ToLookup(t => t.Name, StringComparer.Ordinal);
        var texts = Chinese.Keys.Where(k => k.StartsWith("Enum.", StringComparison.Ordinal)).Select(k => k.Split('.')).ToList();

        Assert.All(texts, parts => Assert.Contains(enums[parts[1]], t => Enum.IsDefined(t, parts[2])));
        Assert.All(texts.Select(t => t[1]).Distinct(StringComparer.Ordinal), name =>
            Assert.All(Enum.GetNames(enums[name].First()), member => Assert.Contains($"Enum.{name}.{member}", Chinese.Keys)));
    }

    [Fact]
    public void Source_Code_HasNoChineseLiteral()
    {
        var found = Files("*.cs", "*.cshtml", "*.js", "*.css").Where(file => Han().IsMatch(File.ReadAllText(file)));
        Assert.Empty(found.Select(file => Path.GetRelativePath(Source, file)));
    }

    [Fact]
    public void Pages_All_HaveNoInlineScriptOrStyle()
    {
        var found = Files("*.cshtml").Where(file => Inline().IsMatch(File.ReadAllText(file)));
        Assert.Empty(found.Select(file => Path.GetRelativePath(Source, file)));
    }

    /// <summary>Keys that the framework asks for by attribute type.</summary>
    private static IEnumerable<string> FrameworkKeys => Chinese.Keys.Where(k => k.StartsWith("Validation.", StringComparison.Ordinal));

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> Files(params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)
            .Intersect(["bin", "obj", "node_modules", "lib"], StringComparer.Ordinal).Any());

    [GeneratedRegex(@"\{(\d)", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]", RegexOptions.None, 1000)]
    private static partial Regex Han();

    /// <summary>Interpolated or joined keys: everything that begins so counts as used.</summary>
    [GeneratedRegex("\"((?:[A-Z][A-Za-z0-9]*\\.)+)(?:\\{|\")", RegexOptions.None, 5000)]
    private static partial Regex Families();

    /// <summary>Where code names a whole key: the localizer, display names, messages, banners.</summary>
    [GeneratedRegex(
        "(?:\\bL\\[|\\btexts\\[|Display\\(Name = |ErrorMessage = |RedirectWithBanner\\(\"[^\"]*\", |\\bnew\\()"
        + "\"([A-Z][A-Za-z]*(?:\\.[A-Z][A-Za-z0-9]*)+)\"",
        RegexOptions.None,
        5000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}

using System.Globalization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>Reads what was typed of an entry, and notes for each field why it cannot be.</summary>
internal sealed class EntryReading
{
    private readonly Dictionary<string, Refusal> refusals = new(StringComparer.Ordinal);

    /// <summary>What is wrong; null where nothing is.</summary>
    public RuleValuesInvalid? Invalid => refusals.Count == 0 ? null : new RuleValuesInvalid(refusals);

    /// <summary>Notes what is wrong with a field; the first that is said stays.</summary>
    public void Refuse(string field, Refusal refusal) => refusals.TryAdd(field, refusal);

    /// <summary>A text in both languages.</summary>
    public LocalizedText Both(string field, string? zh, string? en, int most)
    {
        var text = new LocalizedText(zh?.Trim() ?? "", en?.Trim() ?? "");
        if (text.Zh.Length is 0 || text.Zh.Length > most) Refuse(field + "Zh", new RuleWordingMissing(most));
        if (text.En.Length is 0 || text.En.Length > most) Refuse(field + "En", new RuleWordingMissing(most));
        return text;
    }

    /// <summary>A name in both languages that no other entry bears.</summary>
    public LocalizedText Name(string? zh, string? en, IEnumerable<LocalizedText> others)
    {
        var name = Both("Name", zh, en, BenefitInput.LongestName);
        foreach (var other in others)
        {
            if (Equal(other.Zh, name.Zh)) Refuse("NameZh", new BenefitNameTaken());
            if (Equal(other.En, name.En)) Refuse("NameEn", new BenefitNameTaken());
        }

        return name;
    }

    /// <summary>The document behind it; null where none is named.</summary>
    public string? Source(string? typed)
    {
        var source = typed?.Trim();
        if (source?.Length > RuleDraft.LongestSource) Refuse("Source", new BenefitTextTooLong(RuleDraft.LongestSource));
        return string.IsNullOrEmpty(source) ? null : source;
    }

    /// <summary>How far an entry can be trusted: as far as the document that is named, else not at all.</summary>
    public static Provenance Trust(string? source) => source is null ? Provenance.DefaultUnverified : Provenance.SourceDocument;

    /// <summary>A code for a new entry, of its English name, that no version used yet.</summary>
    /// <param name="name">The English name.</param>
    /// <param name="otherwise">The code where nothing of the name can be used.</param>
    /// <param name="used">The codes that were used.</param>
    public static string Code(string name, string otherwise, IReadOnlySet<string> used)
    {
        const int most = 26;
        var letters = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        var words = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries)).TrimStart([.. "0123456789-"]);
        var code = words.Length == 0 ? otherwise : words[..Math.Min(words.Length, most)].TrimEnd('-');
        return used.Contains(code)
            ? Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{code}-{number}"))
                .First(one => !used.Contains(one))
            : code;
    }

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Pages.Admin.Benefits.Entries;
using TalentPortal.Web.Pages.Admin.Rules;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>Says what a change of the benefit catalogue says otherwise, in words.</summary>
internal sealed class BenefitRuleDifferences(BenefitRuleChanges changes, CardWords cards, EntryWords entries, IStringLocalizer texts)
{
    /// <summary>The differences, in the order of the catalogue.</summary>
    public List<RuleDifference> Of(RuleChange change)
    {
        var (steps, said) = BenefitContent.Read(change);
        var sheet = changes.SheetOf(change);
        var order = sheet.Leaves.Keys.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return [.. Entries(said, sheet.Catalogue), .. steps.OrderBy(one => order.GetValueOrDefault(one.Key, int.MaxValue))
            .Select(one =>
                new RuleDifference(Name(sheet.Catalogue, one.Key), Value(sheet.Catalogue, one.Key, one.Value.Was),
                    Value(sheet.Catalogue, one.Key, one.Value.Now) ?? "—"))];
    }

    private IEnumerable<RuleDifference> Entries(BenefitEntries said, BenefitCatalogue catalogue)
    {
        var order = said.Order.Count == 0 ? [] : new[]
        {
            new RuleDifference(texts["BenefitEntries.Order"], Before: null,
                string.Join(" > ", said.Order.Select(code => Level(catalogue, code)))),
        };
        var levels = said.Levels.SelectMany(one =>
            Lines(BenefitEntryKind.Level, one, level => level.Name.ToString(), entries.Of,
                one.MovesTo is { } to ? Level(catalogue, to) : null));
        var benefits = said.Benefits.SelectMany(one => Lines(
            BenefitEntryKind.Benefit, one, benefit =>
                benefit.Name.ToString(), benefit => entries.Of(benefit, catalogue, changes.Newest.Catalogue), movesTo: null));
        var kinds = said.VenueKinds.SelectMany(
            one => Lines(BenefitEntryKind.VenueKind, one, kind => kind.Name.ToString(), entries.Of, movesTo: null));
        return order.Concat(levels).Concat(benefits).Concat(kinds);
    }

    private IEnumerable<RuleDifference> Lines<T>(
        BenefitEntryKind kind, EntryStep<T> step, Func<T, string> name,
        Func<T, IEnumerable<(string What, string Value)>> say, string? movesTo)
        where T : class
    {
        var head = $"{texts.Of(kind)} · {name(step.Now ?? step.Was!)}";
        if (step.Now is null)
            return [new RuleDifference(head, name(step.Was!),
                movesTo is null ? texts["BenefitEntries.State.Retired"] : texts["BenefitEntries.RetiredTo", movesTo])];
        var before = (step.Was is null ? [] : say(step.Was)).ToDictionary(line => line.What, line => line.Value, StringComparer.Ordinal);
        var after = say(step.Now).ToDictionary(line => line.What, line => line.Value, StringComparer.Ordinal);
        return after.Keys.Union(before.Keys, StringComparer.Ordinal)
            .Where(what => before.GetValueOrDefault(what) != after.GetValueOrDefault(what))
            .Select(what => new RuleDifference($"{head} · {what}", before.GetValueOrDefault(what), after.GetValueOrDefault(what, "—")));
    }

    private string Name(BenefitCatalogue catalogue, string path) => path.Split('/') switch
    {
        ["levels", var level, "name", var language] => texts["Benefits.Edit.Name." + Language(language), Level(catalogue, level)],
        ["benefits", var benefit, "name", var language] => texts["Benefits.Edit.Name." + Language(language), Benefit(catalogue, benefit)],
        ["benefits", var benefit, "from"] => texts["Benefits.Edit.FromOf", Benefit(catalogue, benefit)],
        ["benefits", var benefit, "to"] => texts["Benefits.Edit.ToOf", Benefit(catalogue, benefit)],
        ["grants", var benefit, var level] => texts["Benefits.Edit.Cell", Benefit(catalogue, benefit), Level(catalogue, level)],
        ["bases", var kind, var code] when Enum.TryParse<BasisKind>(kind, out var basis) => cards.Ground(basis, code),
        _ => path,
    };

    private string? Value(BenefitCatalogue catalogue, string path, string text) => (path.Split('/'), text) switch
    {
        (_, "") => null,
        (["bases", ..], _) => Level(catalogue, text),
        (["grants", var code, var level], _) when catalogue.FindBenefit(code) is { } benefit => Worth(catalogue, benefit, level, text),
        _ => text,
    };

    private string Worth(BenefitCatalogue catalogue, Benefit benefit, string level, string text)
    {
        decimal? value = text is BenefitLeaf.Unlimited or BenefitLeaf.Given ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
        var every = catalogue.FindGrant(benefit.Code, level)?.Every ?? 1;
        return cards.Worth(new BenefitEntitlement(benefit, value, BenefitUnit.None, every, catalogue.Provenance), uses: null);
    }

    private static string Language(string language) => language == "zh" ? "Zh" : "En";

    private static string Level(BenefitCatalogue catalogue, string code) => catalogue.FindLevel(code)?.Name.ToString() ?? code;

    private static string Benefit(BenefitCatalogue catalogue, string code) => catalogue.FindBenefit(code)?.Name.ToString() ?? code;
}

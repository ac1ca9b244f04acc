using System.Globalization;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What can be changed of a benefit catalogue, field by field, by codes.</summary>
public sealed class BenefitSheet
{
    /// <summary>Reads a catalogue.</summary>
    public BenefitSheet(BenefitCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        Catalogue = catalogue;
        Leaves = Read(catalogue).ToDictionary(leaf => leaf.Path, StringComparer.Ordinal);
    }

    /// <summary>The catalogue.</summary>
    public BenefitCatalogue Catalogue { get; }

    /// <summary>The fields by path, in the order of the form.</summary>
    public IReadOnlyDictionary<string, BenefitLeaf> Leaves { get; }

    /// <summary>Where a level's name stands.</summary>
    public static string LevelPath(string level, string language) => $"levels/{level}/name/{language}";

    /// <summary>Where something of a benefit stands.</summary>
    public static string BenefitPath(string benefit, string what) => $"benefits/{benefit}/{what}";

    /// <summary>Where what a level gets stands.</summary>
    public static string GrantPath(string benefit, string level) => $"grants/{benefit}/{level}";

    /// <summary>Where the level of a ground stands.</summary>
    public static string BasisPath(BasisKind kind, string code) => $"bases/{kind}/{code}";

    private static IEnumerable<BenefitLeaf> Read(BenefitCatalogue catalogue)
    {
        foreach (var level in catalogue.Levels)
        {
            yield return new BenefitLeaf(LevelPath(level.Code, "zh"), BenefitLeafKind.Name, level.Name.Zh);
            yield return new BenefitLeaf(LevelPath(level.Code, "en"), BenefitLeafKind.Name, level.Name.En);
        }

        foreach (var benefit in catalogue.Benefits)
        {
            yield return new BenefitLeaf(BenefitPath(benefit.Code, "name/zh"), BenefitLeafKind.Name, benefit.Name.Zh);
            yield return new BenefitLeaf(BenefitPath(benefit.Code, "name/en"), BenefitLeafKind.Name, benefit.Name.En);
            foreach (var level in catalogue.Levels) yield return Grant(catalogue, benefit, level);
            yield return new BenefitLeaf(BenefitPath(benefit.Code, "from"), BenefitLeafKind.Day, Show(benefit.ValidFrom));
            yield return new BenefitLeaf(BenefitPath(benefit.Code, "to"), BenefitLeafKind.Day, Show(benefit.ValidTo));
        }

        foreach (var rule in catalogue.Bases)
        {
            yield return new BenefitLeaf(BasisPath(rule.Kind, rule.Code), BenefitLeafKind.Level, rule.Level)
            {
                Levels = [.. catalogue.Levels.Select(level => level.Code)],
            };
        }
    }

    /// <summary>What a level gets of a benefit, as it stands in its field.</summary>
    public static string Shown(BenefitCatalogue catalogue, Benefit benefit, CardLevel level)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(benefit);
        ArgumentNullException.ThrowIfNull(level);
        return catalogue.FindGrant(benefit.Code, level.Code) switch
        {
            null => "",
            _ when benefit.Kind is BenefitKind.GreenLane or BenefitKind.Entitlement => BenefitLeaf.Given,
            { Value: { } value } => BenefitLeaf.Show(value),
            _ => BenefitLeaf.Unlimited,
        };
    }

    private static BenefitLeaf Grant(BenefitCatalogue catalogue, Benefit benefit, CardLevel level)
    {
        var kind = benefit.Kind is BenefitKind.GreenLane or BenefitKind.Entitlement ? BenefitLeafKind.Given : BenefitLeafKind.Worth;
        return new BenefitLeaf(GrantPath(benefit.Code, level.Code), kind, Shown(catalogue, benefit, level)) { Benefit = benefit.Kind };
    }

    private static string Show(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}

using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>Reads a catalogue and names all that is wrong with it at once, each with its place.</summary>
public static partial class BenefitCatalogueReader
{
    private const int MostTimes = 10_000;
    private const decimal MostYuan = 10_000_000;
    private const int MostEvery = 10;
    private const int Percent = 100;

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The name for messages.</param>
    /// <exception cref="SeedException">The text is no catalogue, or contradicts itself.</exception>
    public static BenefitCatalogue Read(string json, string file)
    {
        try
        {
            var catalogue = JsonSerializer.Deserialize<BenefitCatalogue>(json, SeedFile.Options)
                ?? throw new SeedException([new SeedProblem(file, "$", "The file holds null.")]);
            SeedException.ThrowIfAny([.. Problems(catalogue).Select(found => new SeedProblem(file, found.Path, found.Reason))]);
            return catalogue;
        }
        catch (JsonException wrong)
        {
            throw new SeedException([new SeedProblem(file, wrong.Path ?? "$", wrong.Message)], wrong);
        }
    }

    /// <summary>How a catalogue is kept.</summary>
    public static string Write(BenefitCatalogue catalogue) => JsonSerializer.Serialize(catalogue, SeedFile.Options);

    /// <summary>Tells two catalogues apart, whatever their number, remark, blanks and line ends.</summary>
    public static string ChecksumOf(BenefitCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Convert.ToHexStringLower(SHA256.HashData(
            JsonSerializer.SerializeToUtf8Bytes(catalogue with { Version = 0, Comment = null }, SeedFile.Options)));
    }

    /// <summary>All that contradicts itself.</summary>
    public static IEnumerable<(string Path, string Reason)> Problems(BenefitCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (catalogue.Version < 1) yield return ("$.version", "A version counts from 1.");
        if (string.IsNullOrWhiteSpace(catalogue.Source)) yield return ("$.source", "What it rests on must be named.");
        foreach (var found in LevelProblems(catalogue).Concat(VenueProblems(catalogue)).Concat(BenefitProblems(catalogue))
            .Concat(GrantProblems(catalogue)).Concat(BasisProblems(catalogue)))
            yield return found;
    }

    private static IEnumerable<(string Path, string Reason)> LevelProblems(BenefitCatalogue catalogue)
    {
        if (catalogue.Levels.Count == 0) yield return ("$.levels", "There must be a level.");
        foreach (var (place, level) in catalogue.Levels.Index())
        {
            var path = $"$.levels[{place}]";
            var before = catalogue.Levels.Take(place).ToList();
            if (!CodeShape().IsMatch(level.Code)) yield return ($"{path}.code", "A code has letters, digits and hyphens, at most 30.");
            if (before.Any(other => other.Code == level.Code))
                yield return ($"{path}.code", $"The level '{level.Code}' stands there already.");
            if (level.Rank < 1 || before.Any(other => other.Rank == level.Rank))
                yield return ($"{path}.rank", "A rank counts from 1 and stands once.");
            if (level.Digit is < 0 or > 9 || before.Any(other => other.Digit == level.Digit))
                yield return ($"{path}.digit", "A digit lies between 0 and 9 and stands once.");
            if (level.Name.IsBlank) yield return ($"{path}.name", "The name must stand in both languages.");
        }
    }

    private static IEnumerable<(string Path, string Reason)> VenueProblems(BenefitCatalogue catalogue)
    {
        foreach (var (place, kind) in catalogue.VenueKinds.Index())
        {
            var path = $"$.venueKinds[{place}]";
            if (!CodeShape().IsMatch(kind.Code)) yield return ($"{path}.code", "A code has letters, digits and hyphens, at most 30.");
            if (catalogue.VenueKinds.Take(place).Any(other => other.Code == kind.Code))
                yield return ($"{path}.code", $"The kind '{kind.Code}' stands there already.");
            if (kind.Name.IsBlank || kind.Consent.IsBlank) yield return (path, "Name and consent must stand in both languages.");
        }
    }

    private static IEnumerable<(string Path, string Reason)> BenefitProblems(BenefitCatalogue catalogue)
    {
        foreach (var (place, benefit) in catalogue.Benefits.Index())
        {
            var path = $"$.benefits[{place}]";
            if (!CodeShape().IsMatch(benefit.Code)) yield return ($"{path}.code", "A code has letters, digits and hyphens, at most 30.");
            if (catalogue.Benefits.Take(place).Any(other => other.Code == benefit.Code))
                yield return ($"{path}.code", $"The benefit '{benefit.Code}' stands there already.");
            if (!catalogue.Grants.Any(grant => grant.Benefit == benefit.Code)) yield return (path, "No level gets it.");
            foreach (var found in ShapeProblems(catalogue, benefit, path)) yield return found;
        }
    }

    private static IEnumerable<(string Path, string Reason)> ShapeProblems(BenefitCatalogue catalogue, Benefit benefit, string path)
    {
        LocalizedText[] texts = [benefit.Name, benefit.Summary, benefit.Provider, benefit.Payer, .. benefit.Documents];
        if (texts.Any(text => text.IsBlank))
            yield return (path, "Name, summary, provider, payer and documents must stand in both languages.");
        if (benefit.Kind is BenefitKind.Count && benefit.Period is null) yield return ($"{path}.period", "What is counted needs a period.");
        if (benefit.Kind is BenefitKind.Count && benefit.VenueKinds.Count == 0)
            yield return ($"{path}.venueKinds", "What is counted needs a kind of venue.");
        if (benefit.Kind is BenefitKind.Entitlement == benefit.ServiceItem is null)
            yield return ($"{path}.serviceItem", "A service item stands with an entitlement, and with nothing else.");
        foreach (var unknown in benefit.VenueKinds.Where(kind => catalogue.FindVenueKind(kind) is null))
            yield return ($"{path}.venueKinds", $"There is no kind of venue '{unknown}'.");
        if (benefit.ValidFrom > benefit.ValidTo) yield return ($"{path}.validTo", "The last day lies before the first.");
    }

    private static IEnumerable<(string Path, string Reason)> GrantProblems(BenefitCatalogue catalogue)
    {
        var seen = new HashSet<(string Benefit, string Level)>();
        foreach (var (place, grant) in catalogue.Grants.Index())
        {
            var path = $"$.grants[{place}]";
            if (grant.Levels.Count == 0) yield return ($"{path}.levels", "It names no level.");
            foreach (var level in grant.Levels)
            {
                if (catalogue.FindLevel(level) is null) yield return ($"{path}.levels", $"There is no level '{level}'.");
                if (!seen.Add((grant.Benefit, level)))
                    yield return ($"{path}.levels", $"What '{level}' gets of '{grant.Benefit}' stands there already.");
            }

            if (grant.Every is < 1 or > MostEvery) yield return ($"{path}.every", $"It lies between 1 and {MostEvery}.");
            if (string.IsNullOrWhiteSpace(grant.Source)) yield return ($"{path}.source", "What it rests on must be named.");
            if (catalogue.FindBenefit(grant.Benefit) is not { } benefit)
                yield return ($"{path}.benefit", $"There is no benefit '{grant.Benefit}'.");
            else if (ValueProblem(benefit.Kind, grant) is { } reason) yield return ($"{path}.value", reason);
        }
    }

    private static string? ValueProblem(BenefitKind kind, BenefitGrant grant) => (kind, grant.Unit, grant.Value) switch
    {
        (BenefitKind.Count, BenefitUnit.Times, null) => null,
        (BenefitKind.Count, BenefitUnit.Times, { } times) when times is >= 1 and <= MostTimes && times == decimal.Truncate(times) => null,
        (BenefitKind.Count, _, _) => $"A count is a whole number of times between 1 and {MostTimes}, or absent where there is no limit.",
        (BenefitKind.Discount, BenefitUnit.PercentOfPrice, >= 0 and < Percent) => null,
        (BenefitKind.Discount, _, _) => $"A discount is what is left to pay, in percent-of-price, from 0 to below {Percent}.",
        (BenefitKind.Allowance, BenefitUnit.Yuan, { } yuan) when yuan is > 0 and <= MostYuan && decimal.Round(yuan, 2) == yuan => null,
        (BenefitKind.Allowance, _, _) => $"An allowance is an amount in yuan above 0, at most {MostYuan:0}, with at most two decimals.",
        (_, BenefitUnit.None, null) => null,
        _ => "A green lane or an entitlement has no value.",
    };

    private static IEnumerable<(string Path, string Reason)> BasisProblems(BenefitCatalogue catalogue)
    {
        if (catalogue.Bases.Count == 0) yield return ("$.bases", "Nothing makes a level: no card could be issued.");
        foreach (var (place, rule) in catalogue.Bases.Index())
        {
            var path = $"$.bases[{place}]";
            if (catalogue.FindLevel(rule.Level) is null) yield return ($"{path}.level", $"There is no level '{rule.Level}'.");
            if (catalogue.Bases.Take(place).Any(other => other.Kind == rule.Kind && other.Code == rule.Code))
                yield return ($"{path}.code", $"The basis {rule.Kind} '{rule.Code}' stands there already.");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,29}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodeShape();
}

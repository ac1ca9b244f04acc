using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Organisations;

/// <summary>Reads the units of the seed data.</summary>
public static class OrganisationSeeds
{
    /// <summary>Reads a file; a unit always stands behind the unit above it, so that rows can be stored in order.</summary>
    /// <exception cref="SeedException">The file is missing, or rows are doubled, out of order or malformed.</exception>
    public static SeedDocument<OrganisationSeed> Read(string path) => Check(SeedFile.Read<OrganisationSeed>(path));

    internal static SeedDocument<OrganisationSeed> Check(SeedDocument<OrganisationSeed> document)
    {
        var problems = new List<SeedProblem>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < document.Items.Count; i++)
        {
            var item = document.Items[i];
            foreach (var (property, reason) in Check(item, codes)) problems.Add(document.Problem(i, reason, property));
            codes.Add(item.Code);
        }

        SeedException.ThrowIfAny(problems);
        return document;
    }

    private static IEnumerable<(string Property, string Reason)> Check(OrganisationSeed item, HashSet<string> codesBefore)
    {
        if (codesBefore.Contains(item.Code)) yield return ("code", $"'{item.Code}' is there already.");
        if (item.Parent is { } parent && !codesBefore.Contains(parent)) yield return ("parent", $"'{parent}' does not stand before it.");
        if (!IsRegion(item.Region)) yield return ("region", "has not 6, 9 or 12 digits.");
        if (item.CreditCode is { } credit && !CreditCode.Parse(credit).Succeeded) yield return ("creditCode", "is no GB 32100 code.");
        if (item.DecidingBodyKind is not (null or "government" or "party"))
        {
            yield return ("decidingBodyKind", "is neither government nor party.");
        }
    }

    private static bool IsRegion(string code) => code.Length is 6 or 9 or 12 && InputText.IsDigits(code);
}

using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Materials;

/// <summary>The filled samples and templates of materials: files of <c>seed-data/samples</c>.</summary>
/// <param name="files">Where they lie.</param>
public sealed class Samples(SeedFolder files)
{
    private const string Folder = "samples/";

    private readonly Dictionary<string, string> byName = files.Files("seed-data/samples")
        .ToDictionary(path => Path.GetFileName(path), StringComparer.Ordinal);

    /// <summary>Samples that an item names and that are not there.</summary>
    public IReadOnlyList<string> MissingFrom(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [.. item.Materials.Select(material => material.Sample).Where(sample => sample.Length > 0 && PathOf(NameOf(sample)) is null)];
    }

    /// <summary>The file of this name; null when there is none. A name is looked up, never joined to a path.</summary>
    public string? PathOf(string name) => byName.GetValueOrDefault(name);

    /// <summary>The name of a sample as its address ends; what lies outside of the folder has none.</summary>
    public static string NameOf(string sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.StartsWith(Folder, StringComparison.Ordinal) ? sample[Folder.Length..] : "";
    }
}

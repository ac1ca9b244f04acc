namespace TalentPortal.Workflows.Tests.Support;

/// <summary>Finds folders of the repository from wherever the tests run.</summary>
internal static class Folders
{
    public static string Conformance { get; } = Path.Combine(Root(), "tests", "TalentPortal.Workflows.Conformance", "definitions");

    public static string Workflows { get; } = Path.Combine(Root(), "workflows");

    /// <summary>The paths of all definitions of the conformance cases, always in the same order.</summary>
    public static IEnumerable<string> Definitions() => Directory.GetFiles(Conformance, "*.json", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "cases.json")
        .Order(StringComparer.Ordinal);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TalentPortal.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests don't run inside the repository.");
    }
}

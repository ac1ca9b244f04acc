namespace TalentPortal.Workflows.Tests.Support;

/// <summary>Finds folders of the repository from wherever the tests run.</summary>
internal static class Folders
{
    public static string Conformance { get; } = Path.Combine(Root(), "tests", "TalentPortal.Workflows.Conformance", "definitions");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TalentPortal.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests don't run inside the repository.");
    }
}

namespace TalentPortal.TestCommon;

/// <summary>Where the checkout lies, for tests that read workflows, seed data or tools.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TalentPortal.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No TalentPortal.sln above {AppContext.BaseDirectory}.");
    }
}

using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

/// <summary>The service items that the portal ships with, and the tables that they rest on.</summary>
internal static class SeedItems
{
    public static readonly DateOnly Today = new(2026, 4, 8);

    public static string Folder { get; } = FindFolder("seed-data");

    public static CodeTables Tables { get; } = CodeTables.Load(Path.Combine(Folder, "code-tables"));

    public static ParameterTable Parameters { get; } = ParameterTable.Load(Path.Combine(Folder, "parameters"));

    public static ServiceItemReader Reader { get; } = new(Tables, Parameters);

    public static ServiceItem Recognition { get; } = Read(Json("talent-recognition"), "talent-recognition");

    /// <summary>An item of tests alone that uses every field type.</summary>
    public static ServiceItem Everything { get; } = Read(EverythingJson, "training-base");

    public static string EverythingJson =>
        File.ReadAllText(Path.Combine(FindFolder("tests"), "TalentPortal.Core.Tests", "Catalogue", "TestItems", "training-base.json"));

    public static string Json(string key) => File.ReadAllText(Path.Combine(Folder, "services", key + ".json"));

    public static ServiceItem Read(string json, string key)
    {
        var reading = Reader.Read(json, key + ".json");
        Assert.Empty(reading.Errors);
        return reading.Item!;
    }

    public static RuleContext Context(ServiceItem item, DateOnly? today = null) => new(item, today ?? Today, Parameters, Tables);

    private static string FindFolder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TalentPortal.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException(name), name);
    }
}

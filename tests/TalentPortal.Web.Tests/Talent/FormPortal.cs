using System.Text.Json.Nodes;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>The portal with one service item more, which has every type of field; the consultation's workflow handles it, in its steps.</summary>
public sealed class FormPortal : PortalFactory
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"portal-seeds-{Guid.NewGuid():N}");

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        foreach (var folder in (string[])["seed-data", "workflows"]) Copy(Path.Combine(Repository.Root, folder), Path.Combine(root, folder));
        var source = Path.Combine(Repository.Root, "tests", "TalentPortal.Core.Tests", "Catalogue", "TestItems", "training-base.json");
        var item = JsonNode.Parse(await File.ReadAllTextAsync(source))!;
        item["definitionId"] = "talent-consultation";
        foreach (var (step, code) in item["guide"]!["steps"]!.AsArray().Skip(1).Zip((string[])["accept", "answer"])) step!["code"] = code;
        await File.WriteAllTextAsync(Path.Combine(root, "seed-data", "services", "training-base.json"), item.ToJsonString());
        Settings["Portal:SeedRoot"] = root;
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}

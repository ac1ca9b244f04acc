using System.Text.RegularExpressions;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.House;

/// <summary>Only downward: a room imports rooms of lower rings, and inside its ring only the pairs that are named here.</summary>
public sealed partial class RingTests
{
    private static readonly Dictionary<string, int> Rings = new(StringComparer.Ordinal)
    {
        ["Kernel"] = 0,
        ["Standards"] = 0,
        ["Calendar"] = 0,
        ["Keys"] = 1,
        ["Lists"] = 1,
        ["Data"] = 1,
        ["Cases"] = 1,
        ["Accounts"] = 1,
        ["Parties"] = 1,
        ["Files"] = 1,
        ["Jobs"] = 1,
        ["Notifications"] = 1,
        ["Orchestration"] = 1,
        ["Catalogue"] = 2,
        ["Applications"] = 2,
        ["Reviews"] = 2,
        ["PublicNotices"] = 3,
        ["Recognitions"] = 3,
        ["TalentCards"] = 3,
        ["Allowances"] = 3,
        ["Ratings"] = 3,
        ["CalendarChanges"] = 4,
        ["Definitions"] = 4,
        ["Indicators"] = 4,
        ["RuleChanges"] = 4,
        ["Seeding"] = 4,
    };

    // Ring 1 holds each other up and is one wall; the spine and the outcomes name their pairs.
    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "Standards→Kernel", "Calendar→Kernel", "Calendar→Standards",
        "Applications→Catalogue", "Reviews→Applications", "Reviews→Catalogue", "Seeding→RuleChanges", "Recognitions→PublicNotices", "PublicNotices→Recognitions",
        "Seeding→Definitions", "TalentCards→Recognitions", "Allowances→TalentCards", "Allowances→Recognitions",
    };

    [Fact]
    public void Rooms_ImportOnlyWhatTheyMay() => Assert.Equal([], Wrong(Sources()));

    [Fact]
    public void Guard_AWrongImport_IsReported() =>
        Assert.Equal(["Kernel/Sample.cs: Kernel→Cases"], Wrong([("Kernel/Sample.cs", "using TalentPortal.Core.Cases;")]));

    [Fact]
    public void EveryRoom_HasARing_AndEveryRingARoom() => Assert.Equal(Rings.Keys.Order(StringComparer.Ordinal),
        Sources().Where(source => source.File.Contains('/', StringComparison.Ordinal)).Select(source => source.File.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Indicators_WriteNothing() => Assert.Equal([], Writing(Sources()));

    [Theory]
    [InlineData("Insert  into redemptions select 1")]
    [InlineData("update talent_cards\nset revision = 1")]
    [InlineData("await db.SaveChangesAsync(ct);")]
    [InlineData("await command.ExecuteNonQueryAsync(ct);")]
    [InlineData("sealed class Sample(CaseTransaction transactions);")]
    public void Guard_AWrite_IsReported(string text) => Assert.Equal(["Indicators/Sample.cs"], Writing([("Indicators/Sample.cs", text)]));

    [Fact]
    public void Engine_KnowsNoHouseNoDatabaseNoWeb()
    {
        var names = typeof(TalentPortal.Workflows.Definitions.WorkflowDefinition).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(names, name => name.StartsWith("TalentPortal", StringComparison.Ordinal) || name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Core_KnowsNoPage()
    {
        var names = typeof(TalentPortal.Core.Cases.CaseWork).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore.Razor", StringComparison.Ordinal));
    }

    private static List<string> Wrong(IEnumerable<(string File, string Text)> sources) =>
        [.. from source in sources
            let room = source.File.Split('/')[0]
            where Rings.ContainsKey(room) && source.File != "Data/PortalDbContext.cs"
            from Match import in Import().Matches(source.Text)
            let other = import.Groups[1].Value
            where other != room && Rings.ContainsKey(other) && !MayImport(room, other)
            select $"{source.File}: {room}→{other}"];

    private static List<string> Writing(IEnumerable<(string File, string Text)> sources) =>
        [.. sources.Where(source => source.File.StartsWith("Indicators/", StringComparison.Ordinal) && Write().IsMatch(source.Text)).Select(source => source.File)];

    private static bool MayImport(string room, string other) => Rings[other] < Rings[room] || Pairs.Contains($"{room}→{other}")
        || (Rings[room] == 1 && Rings[other] == 1);

    private static IEnumerable<(string File, string Text)> Sources()
    {
        var root = Path.Combine(Repository.Root, "src", "TalentPortal.Core");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (File: Path.GetRelativePath(root, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.File.StartsWith("obj/", StringComparison.Ordinal) && !file.File.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.File, File.ReadAllText(file.Path)));
    }

    [GeneratedRegex(@"^using TalentPortal\.Core\.(\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Import();

    [GeneratedRegex(@"\b(insert\s+into|update\s+\w+\s+set|delete\s+from|merge\s+into|truncate|SaveChanges|ExecuteNonQuery|ExecuteUpdate|ExecuteDelete|CaseTransaction|CaseWork|AuditStreams)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Write();
}

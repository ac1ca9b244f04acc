using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Conformance;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string> Names => [.. new CaseFolder(Folders.Conformance).Read().Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_WhenRun_MeetsItsExpectation(string name)
    {
        var folder = new CaseFolder(Folders.Conformance);
        var test = folder.Read().Single(candidate => candidate.Name == name);

        Assert.Null(await folder.RunAsync(test));
    }

    [Fact]
    public void Definitions_TakenTogether_UseEveryActivity()
    {
        var text = string.Concat(Folders.Definitions().Select(File.ReadAllText));

        var unused = new ActivityRegistry().All.Select(activity => activity.TypeName)
            .Where(type => !text.Contains($"\"{type}\"", StringComparison.Ordinal));

        Assert.Empty(unused);
    }

    [Fact]
    public void Definitions_InTheFolders_EachBelongToACase()
    {
        var named = new CaseFolder(Folders.Conformance).Read().SelectMany(test => test.Files)
            .Select(file => Path.GetFullPath(Path.Combine(Folders.Conformance, file)));

        Assert.Empty(Folders.Definitions().Except(named, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Case_WithAWrongExpectation_IsReported()
    {
        var folder = new CaseFolder(Folders.Conformance);
        var right = folder.Read().Single(candidate => candidate.Name == "sequence");
        var burst = right.Expect.Bursts![0] with { Lines = ["A", "C", "B"] };

        var difference = await folder.RunAsync(right with { Expect = right.Expect with { Bursts = [burst] } });

        Assert.Equal("burst 0: lines: expected [A | C | B], got [A | B | C]", difference);
    }
}

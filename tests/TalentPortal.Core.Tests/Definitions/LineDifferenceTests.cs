using TalentPortal.Core.Definitions.Differences;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

public sealed class LineDifferenceTests
{
    [Fact]
    public void Between_AnyTwoTexts_GivesBothBackAndShowsEveryChange()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Lines(random), Lines(random));

            var lines = LineDifference.Between(string.Join('\n', before), string.Join('\n', after));

            // What is shown of either text stands there at that line; what is not shown is equal in both.
            Assert.All(lines.Where(line => line.OldNumber is not null), line => Assert.Equal(before[line.OldNumber!.Value - 1], line.Text));
            Assert.All(lines.Where(line => line.NewNumber is not null), line => Assert.Equal(after[line.NewNumber!.Value - 1], line.Text));
            var removed = lines.Where(line => line.Kind is ChangeKind.Removed).Select(line => line.OldNumber!.Value).ToHashSet();
            var added = lines.Where(line => line.Kind is ChangeKind.Added).Select(line => line.NewNumber!.Value).ToHashSet();
            Assert.Equal(before.Where((_, index) => !removed.Contains(index + 1)), after.Where((_, index) => !added.Contains(index + 1)));
        }
    }

    [Fact]
    public void Between_OneLineChanged_LeavesOutWhatIsFarAway()
    {
        var before = Enumerable.Range(1, 40).Select(number => $"line {number}").ToList();
        List<string> after = [.. before];
        after[19] = "another";

        var lines = LineDifference.Between(string.Join('\n', before), string.Join("\r\n", after));

        Assert.Equal(["line 18", "line 19", "line 20", "another", "line 21", "line 22"], lines.Select(line => line.Text));
        Assert.Equal((ChangeKind.Removed, ChangeKind.Added), (lines[2].Kind, lines[3].Kind));
        Assert.Empty(LineDifference.Between("a\nb", "a\r\nb"));
    }

    [Fact]
    public void Between_TextsWithNothingInCommon_IsAnsweredSoon()
    {
        var (before, after) = (Enumerable.Range(0, 3000).Select(number => $"a{number}"), Enumerable.Range(0, 3000).Select(number => $"b{number}"));

        Assert.Equal(6000, LineDifference.Between(string.Join('\n', before), string.Join('\n', after)).Count);
    }

    private static string[] Lines(Random random) => [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => "abcd"[random.Next(4)].ToString())];
}

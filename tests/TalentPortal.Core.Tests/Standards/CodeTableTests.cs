using System.Globalization;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Codes;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class CodeTableTests
{
    private static readonly DateOnly Before = new(2025, 12, 31);
    private static readonly DateOnly After = new(2026, 1, 1);

    [Fact]
    public void Find_RenamedCode_ByDate()
    {
        var table = Table(
            """{ "code": "1", "zh": "old-zh", "en": "old", "validTo": "2026-01-01" }""",
            """{ "code": "1", "zh": "new-zh", "en": "new", "validFrom": "2026-01-01" }""",
            """{ "code": "11", "zh": "z", "en": "child", "parent": "1" }""");

        Assert.Equal("old", table.Find("1", Before)?.En);
        Assert.Equal("new", table.Find("1", After)?.En);
        Assert.Equal("new-zh", table.Label("1", CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal("new", table.Label("1", CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal("9", table.Label("9", CultureInfo.InvariantCulture));
        Assert.Equal(["child"], table.ChildrenOf("1", After).Select(i => i.En), StringComparer.Ordinal);
        Assert.Equal(["old"], table.ChildrenOf(parent: null, Before).Select(i => i.En), StringComparer.Ordinal);
        Assert.Equal("t", table.Name);
    }

    [Theory]
    [InlineData("""{ "code": "1", "zh": "z", "en": "e" }, { "code": "1", "zh": "z", "en": "e" }""", "$.items[1].code")]
    [InlineData("""{ "code": "1", "zh": "z", "en": "e", "parent": "2" }""", "$.items[0].parent")]
    [InlineData("""{ "code": "1", "zh": "z", "en": "e", "parent": "1" }""", "$.items[0].parent")]
    [InlineData("""{ "code": "1", "zh": " ", "en": "e" }""", "$.items[0].zh")]
    [InlineData("""{ "code": "1", "zh": "z", "en": "e", "validFrom": "2026-01-01", "validTo": "2026-01-01" }""", "$.items[0].validTo")]
    public void From_BadRow_NamesIt(string rows, string path) =>
        Assert.Equal(path, Assert.Single(Assert.Throws<SeedException>(() => Table(rows)).Problems).Path);

    private static CodeTable Table(params string[] rows) => CodeTable.From(SeedFile.Parse<CodeItem>("t.json",
        $$"""{ "version": "1", "source": "s", "provenance": "statute", "items": [{{string.Join(',', rows)}}] }"""));
}

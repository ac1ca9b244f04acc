using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Kernel;

public sealed class SeedFileTests
{
    private sealed record Row(string Code, int? Days);

    [Fact]
    public void Parse_GoodFile_GivesRowsAndFrame()
    {
        var document = SeedFile.Parse<Row>("rows.json", """
            { "$comment": "c", "version": "2026", "source": "s", "provenance": "default-unverified",
              "items": [{ "code": "a", "days": 3 }, { "code": "b", "days": null }] }
            """);

        Assert.Equal([new Row("a", 3), new Row("b", null)], document.Items);
        Assert.Equal(("rows.json", "2026", Provenance.DefaultUnverified), (document.File, document.Version, document.Provenance));
        Assert.True(document.Provenance.IsUnverified());
    }

    [Theory]
    [InlineData("""{ "version": "1", "source": "", "provenance": "statute", "items": [{ "code": "", "days": "x" }] }""", "$.items[0].days")]
    [InlineData("""{ "version": "1", "source": "s", "provenance": "statute", "items": [{ "code": "a", "day": 1 }] }""", "$.items[0].day")]
    [InlineData("""{ "version": "1", "source": "", "provenance": "statute", "items": [{ "code": null, "days": 1 }] }""", "$.items[0].code")]
    [InlineData("""{ "version": "1", "source": "s", "provenance": "rumour", "items": [] }""", "$.provenance")]
    [InlineData("""{ "version": "1", "source": "s", "items": [] }""", "$")]
    [InlineData("{ ", "$")]
    [InlineData("null", "$")]
    public void Parse_BadFile_NamesFileAndPlace(string json, string path)
    {
        var exception = Assert.Throws<SeedException>(() => SeedFile.Parse<Row>("rows.json", json));

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("rows.json", problem.File);
        Assert.Equal(path, problem.Path);
        Assert.StartsWith($"rows.json {path}: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_NamesIt()
    {
        var exception = Assert.Throws<SeedException>(() => SeedFile.Read<Row>(Path.Combine(Path.GetTempPath(), "no-such-seed.json")));

        Assert.Equal("no-such-seed.json", Assert.Single(exception.Problems).File);
    }
}

using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class ParameterTableTests
{
    private static readonly DateOnly Early = new(2025, 12, 31);
    private static readonly DateOnly Late = new(2026, 1, 1);

    [Fact]
    public void Int_ByDate_TakesTheValueInForce()
    {
        var table = Table(Row("notice.workingDays", "7", to: "2026-01-01"), Row("notice.workingDays", "5", from: "2026-01-01"));

        Assert.Equal((7, 5), (table.Int("notice.workingDays", Early), table.Int("notice.workingDays", Late)));
    }

    [Fact]
    public void Getters_ByKind()
    {
        var table = Table(Row("a", "0.3", "share"), Row("b", "\"x, y\"", "none"), Row("c", "true", "none"), Row("d", "\"\"", "none"));

        Assert.Equal(0.3m, table.Decimal("a", Late));
        Assert.Equal("x, y", table.Text("b", Late));
        Assert.Equal(["x", "y"], table.Words("b", Late));
        Assert.True(table.Flag("c", Late));
        Assert.Empty(table.Words("d", Late));
        Assert.Throws<ParameterException>(() => table.Int("a", Late));
        Assert.Throws<ParameterException>(() => table.Flag("a", Late));
    }

    [Fact]
    public void Int_Missing_SaysWhichAndWhen()
    {
        var table = Table(Row("a", "1", from: "2026-01-01"));

        Assert.Equal("Parameter 'a' has no value on 2025-12-31.", Assert.Throws<ParameterException>(() => table.Int("a", Early)).Message);
        Assert.Equal("There is no parameter 'b'.", Assert.Throws<ParameterException>(() => table.Int("b", Early)).Message);
    }

    [Fact]
    public void From_TwoValuesAtOnce_NamesTheSecond()
    {
        var exception = Assert.Throws<SeedException>(() => Table(Row("a", "1"), Row("a", "2", from: "2026-01-01")));

        Assert.Equal("$.items[1].effectiveFrom", Assert.Single(exception.Problems).Path);
    }

    [Theory]
    [InlineData("-1", "working-days")]
    [InlineData("\"5\"", "working-days")]
    [InlineData("1.5", "share")]
    [InlineData("[1]", "none")]
    public void From_ValueThatDoesNotFit_NamesIt(string value, string unit)
    {
        var exception = Assert.Throws<SeedException>(() => Table(Row("a", value, unit)));

        Assert.Equal("$.items[0].value", Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public void Adopt_AReleasedChange_WinsOverSeedsFromItsDayOn_OldAndNew()
    {
        var table = Table(Row("a", "7", to: "2026-06-01"), Row("a", "5", from: "2026-06-01"), Row("b", "1"));
        var shape = table.Find("a", Late)!;
        Parameter Released(string value, DateOnly from) => shape with
        {
            Value = System.Text.Json.JsonDocument.Parse(value).RootElement,
            EffectiveFrom = from,
            EffectiveTo = null,
        };

        table.Adopt([Released("9", new(2026, 4, 1)), Released("8", new(2026, 3, 1))]);

        Assert.Equal([7, 8, 9, 9], new[] { 2, 3, 4, 9 }.Select(month => table.Int("a", new(2026, month, 1))));
        Assert.Equal(1, table.Int("b", Late));
        Assert.Equal(1, table.Edition);
        Assert.Equal((8, 8), (table.AsOf(new(2026, 3, 5)).Int("a", Early), table.AsOf(new(2026, 3, 5)).Int("a", new(2030, 1, 1))));
        Assert.Equal((6, 9), (table.AsOf(new(2026, 5, 1)).With("a", Released("6", Late).Value).Int("a", Late), table.Int("a", new(2026, 5, 1))));
        table.Adopt([]);
        Assert.Equal((7, 5), (table.Int("a", new(2026, 5, 31)), table.Int("a", new(2026, 6, 1))));
    }

    private static ParameterTable Table(params string[] rows) => ParameterTable.From([SeedFile.Parse<Parameter>("p.json",
        $$"""{ "version": "1", "source": "s", "provenance": "statute", "items": [{{string.Join(',', rows)}}] }""")]);

    private static string Row(string key, string value, string unit = "working-days", string from = "2024-01-01", string? to = null) =>
        $$"""
        { "key": "{{key}}", "value": {{value}}, "unit": "{{unit}}", "zh": "z", "en": "e", "provenance": "default-unverified", "source": "s",
          "effectiveFrom": "{{from}}", "effectiveTo": {{(to is null ? "null" : $"\"{to}\"")}}, "approvedBy": null }
        """;
}

using TalentPortal.Core.Definitions;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

public sealed class DefinitionPlacesTests
{
    private const string Text = """
        {
          "id": "d-1", "version": 1,
          "root": {
            "type": "Elsa.Flowchart", "id": "flow",
            "activities": [
              { "type": "Elsa.Start", "id": "one" },
              {
                "id": "two",
                "type": "Portal.Review",
                "Role": { "typeName": "String" },
                "odd name": 1
              }
            ]
          }
        }
        """;

    [Theory]
    [InlineData(null, null, "$", 1)]
    [InlineData(null, "version", "$.version", 2)]
    [InlineData(null, "nothing", "$", 1)]
    [InlineData("one", null, "$.root.activities[0]", 6)]
    [InlineData("two", null, "$.root.activities[1]", 7)]
    [InlineData("two", "role", "$.root.activities[1].role", 10)]
    [InlineData("two", "missing", "$.root.activities[1]", 7)]
    [InlineData("gone", "role", "$", 1)]
    public void Of_Finding_NamesPathAndLine(string? activity, string? property, string path, long line) =>
        Assert.Equal(new JsonPlace(path, line), DefinitionPlaces.Read(Text).Of(new DefinitionFinding("NoEnd", [], activity, property)));

    [Fact]
    public void Of_TwoActivitiesOfOneId_PointsToTheSecond() => Assert.Equal(2, DefinitionPlaces.Read(
        "[]".Insert(1, "{\"id\":\"a\",\"type\":\"T\"},\n{\"id\":\"a\",\"type\":\"T\"}").Insert(0, "{\"x\":") + "}")
        .Of(new DefinitionFinding("ActivityTwice", ["a"], "a", Property: null)).Line);

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{\"root\":{\"id\":\"a\",\"type\":")]
    public void Read_BrokenText_PointsToItsBeginning(string text) =>
        Assert.Equal("$", DefinitionPlaces.Read(text).Of(new DefinitionFinding("NoEnd", [], "a", "type")).Path);
}

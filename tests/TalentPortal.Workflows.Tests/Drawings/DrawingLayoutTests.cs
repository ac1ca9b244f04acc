using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Drawings;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Drawings;

public sealed partial class DrawingLayoutTests
{
    [Fact]
    public void Of_EveryDefinitionOfThePortal_BreaksNoRuleOfDrawing()
    {
        var files = Directory.GetFiles(Folders.Workflows, "*.json");

        Assert.NotEmpty(files);
        Assert.All(files, file => AssertBreaksNoRule(File.ReadAllText(file)));
    }

    [Fact]
    public void Of_EveryConformanceDefinition_BreaksNoRuleOfDrawing()
    {
        var drawn = 0;
        foreach (var file in Folders.Definitions())
        {
            var json = File.ReadAllText(file);
            try
            {
                AssertBreaksNoRule(json);
                drawn++;
            }
            catch (DefinitionException)
            {
                // Some are there to be refused.
            }
        }

        Assert.True(drawn > 40, $"Only {drawn} were drawn.");
    }

    [Fact]
    public void Of_TwoHundredRandomDefinitions_BreaksNoRuleOfDrawing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var json = RandomFlow.Create(random);
            AssertBreaksNoRule(seed % 2 == 0 ? json : WithPositions(json, random));
        }
    }

    [Fact]
    public void Of_PositionsFromLeftToRight_RunsDownInTheSameOrder()
    {
        var drawing = Draw(Json.Definition("d", Json.Flowchart("f",
            [At(Json.Line("a"), 0, 100), At(Json.Line("b"), 300, 0), At(Json.Line("c"), 300, 200), At(Json.Line("d"), 600, 100)],
            "a>b", "a>c", "b>d", "c>d")));

        var (a, b, c, d) = (Node(drawing, "a"), Node(drawing, "b"), Node(drawing, "c"), Node(drawing, "d"));
        Assert.True(a.Bottom < b.Y && b.Bottom < d.Y);
        Assert.Equal(b.Y, c.Y);
        Assert.True(b.Right < a.CenterX && a.CenterX < c.X);
    }

    [Fact]
    public void Of_BoxesThatLieOnOneAnother_AreLaidOutAnew()
    {
        var drawing = Draw(Json.Definition("d", Json.Flowchart("f",
            [At(Json.Line("a"), 0, 0), At(Json.Line("b"), 10, 10), At(Json.Line("c"), 20, 0)], "a>b", "b>c")));

        Assert.True(Node(drawing, "a").Bottom < Node(drawing, "b").Y && Node(drawing, "b").Bottom < Node(drawing, "c").Y);
    }

    [Fact]
    public void Of_OutcomesThatLeadTheSameWay_ShareAnArrowWithBothNames()
    {
        var drawing = Draw(Json.Definition("d", Json.Flowchart("f", [Json.Line("a"), Json.Line("b")], "a:Yes>b", "a:No>b")));

        var arrow = Assert.Single(drawing.Arrows);
        Assert.Equal("Yes / No", arrow.Label);
    }

    [Fact]
    public void Of_LoopWithASequence_DrawsAHeadedBoxEnteredByItsPort()
    {
        var loop = Json.Activity("w", "Elsa.While", ("condition", Json.JavaScript("false", "Boolean")), ("body", Json.Sequence("s", Json.Line("a"), Json.Line("b"))));
        var drawing = Draw(Json.Definition("d", Json.Sequence("all", Json.Line("first"), loop)));

        Assert.Equal(["w", "s"], drawing.Nodes.Where(node => node.IsContainer).Select(node => node.Activity.Id));
        Assert.Contains(drawing.Arrows, arrow => (arrow.Source, arrow.Target) == ("w", "s") && arrow.Outcomes is ["body"]);
        Assert.Contains(drawing.Arrows, arrow => (arrow.Source, arrow.Target) == ("a", "b"));
    }

    [Theory]
    [InlineData("服务地属于某个村吗需要核对一下", 130, "服务地属于某个村吗需|要核对一下")]
    [InlineData("Ask the applicant for a supplement", 130, "Ask the applicant for|a supplement")]
    [InlineData("", 130, "")]
    public void Wrap_Text_BreaksItAtTheWidth(string text, double width, string expected) =>
        Assert.Equal(expected, string.Join('|', DrawnText.Wrap(text, width, 13, 2)));

    [Fact]
    public void Wrap_TextThatIsTooLong_EndsInAnEllipsisWithinTheWidth()
    {
        var lines = DrawnText.Wrap(new string('W', 80), 130, 13, 2);

        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(DrawnText.Width(line, 13) <= 130));
    }

    private static void AssertBreaksNoRule(string json)
    {
        var definition = Read(json);
        var drawing = DrawingLayout.Of(definition, Label);

        Assert.Empty(DrawingFacts.Broken(definition, drawing));
        Assert.Equivalent(drawing, DrawingLayout.Of(Read(json), Label) with { Nodes = drawing.Nodes }, strict: true);
        Assert.Equal(
            drawing.Nodes.Select(node => (node.Activity.Id, node.X, node.Y)),
            DrawingLayout.Of(Read(json), Label).Nodes.Select(node => (node.Activity.Id, node.X, node.Y)));
    }

    private static Drawing Draw(string json) => DrawingLayout.Of(Read(json), Label);

    private static string Label(DrawnLink link) => link.Outcomes is ["Done"] or [null] ? "" : string.Join(" / ", link.Outcomes);

    private static DrawnNode Node(Drawing drawing, string id) => drawing.Nodes.Single(node => node.Activity.Id == id);

    private static WorkflowDefinition Read(string json)
    {
        var house = PortalTypes().Matches(json).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);
        return new DefinitionReader(new ActivityRegistry([.. house.Select(type => new PaperActivity(type))])).Read(json, "drawn.json");
    }

    private static JsonObject At(JsonObject activity, int x, int y)
    {
        activity["metadata"] = new JsonObject
        {
            ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = x, ["y"] = y },
                ["size"] = new JsonObject { ["width"] = 180, ["height"] = 60 },
            },
        };
        return activity;
    }

    /// <summary>The definition with every activity somewhere on a coarse grid; some will share a place.</summary>
    private static string WithPositions(string json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        Scatter(root["root"]!.AsObject(), random);
        return root.ToJsonString();
    }

    private static void Scatter(JsonObject activity, Random random)
    {
        At(activity, random.Next(12) * 230, random.Next(12) * 90);
        foreach (var child in activity["activities"]?.AsArray() ?? []) Scatter(child!.AsObject(), random);
    }

    [GeneratedRegex("\"type\": ?\"(Portal\\.[A-Za-z]+|Test\\.[A-Za-z]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex PortalTypes();
}

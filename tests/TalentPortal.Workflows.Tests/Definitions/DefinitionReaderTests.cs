using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    [Fact]
    public void Read_UnknownActivity_NamesFileActivityAndProperty()
    {
        var error = Assert.Single(Refuse(Json.Sequence("s", Json.Activity("x", "Acme.Nope"))));

        Assert.Equal("f.json, activity 'x', property 'type': Unknown activity type 'Acme.Nope'.", error.ToString());
        Assert.Equal((DefinitionFault.UnknownActivityType, "Acme.Nope"), (error.Fault, Assert.Single(error.Arguments)));
    }

    [Fact]
    public void Faults_All_HaveASentence() => Assert.All(Enum.GetValues<DefinitionFault>(),
        fault => Assert.NotEmpty(DefinitionError.Of("f.json", activityId: null, property: null, fault, "one", "two").Message));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_RegisterSaysWhetherPublished_CountsMoreThanTheFile(bool isPublished)
    {
        var reader = new DefinitionReader(new ActivityRegistry());

        Assert.Equal(isPublished, reader.Read(Json.Definition("d", Json.Sequence("s")), "f.json", isPublished).IsPublished);
    }

    [Theory]
    [InlineData("Python", "Unknown expression type 'Python'.")]
    [InlineData("Liquid", "Unknown expression type 'Liquid'.")]
    [InlineData("JavaScript", "ES5.1")]
    public void Read_ExpressionThatCannotRun_IsRefused(string type, string message)
    {
        var error = Assert.Single(Refuse(Json.Sequence("s", Json.Activity("x", "Elsa.WriteLine", ("text", Json.Input(type, "(a) => {"))))));

        Assert.Equal(("x", "text"), (error.ActivityId, error.Property));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ConnectionToNobody_IsRefused()
    {
        var error = Assert.Single(Refuse(Json.Flowchart("f", [Json.Line("a")], "a>ghost")));

        Assert.Equal(("f", "connections"), (error.ActivityId, error.Property));
        Assert.Contains("'ghost'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BackwardConnectionThatSkipsAPath_IsRefused()
    {
        JsonObject[] lines = [Json.Line("s"), Json.Line("a"), Json.Line("b"), Json.Line("d")];
        var errors = Refuse(Json.Flowchart("f", lines, "s>a", "s>b", "a>d", "b>d", "d>b"));

        Assert.Contains("Invalid backward connection from 'd' to 'b'", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralMistakes_ListsThemAll()
    {
        var delay = Json.Activity("d", "Elsa.Delay", ("timeSpan", Json.Literal("soon")));
        var root = Json.Flowchart("f", [Json.Line("a"), Json.Line("a"), delay], "a>x");
        var json = Json.Definition("many", root, variables: [Json.Variable("v", "Acme.Thing, Acme"), Json.Variable("n", "Int32", "many")]);

        var errors = Refuse(json);

        string?[] expected = ["variables", "variables", "id", "timeSpan", "connections"];
        Assert.Equal(expected, errors.Select(error => error.Property));
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "soon")]
    [InlineData("Elsa.If", "condition", "perhaps")]
    [InlineData("Elsa.For", "start", "one")]
    [InlineData("Elsa.FlowJoin", "mode", "WaitForGodot")]
    [InlineData("Elsa.RunTask", "payload", "no object")]
    public void Read_LiteralOfAnotherType_IsRefused(string type, string property, string value)
    {
        var activity = Json.Activity("x", type, (property, Json.Literal(value)));
        if (type == "Elsa.RunTask") activity["taskName"] = Json.Literal("t");

        var error = Assert.Single(Refuse(Json.Sequence("s", activity)));

        Assert.Equal(("x", property), (error.ActivityId, error.Property));
    }

    [Fact]
    public void Read_SetVariableOfNothingDeclared_IsRefused()
    {
        var set = Json.Activity("s", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "no" }), ("value", Json.Literal("1")));

        Assert.Equal("Variable 'no' is not declared.", Assert.Single(Refuse(Json.Sequence("q", set))).Message);
    }

    [Fact]
    public void Read_RequiredInputLeftOut_IsRefused()
    {
        var error = Assert.Single(Refuse(Json.Sequence("s", Json.Activity("r", "Test.Review"))));

        Assert.Equal(("r", "role", "The input is required."), (error.ActivityId, error.Property, error.Message));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"root\": 5}")]
    [InlineData("{\"root\": {\"type\": \"Elsa.Sequence\", \"activities\": 5}}")]
    [InlineData("{\"root\": {\"type\": \"Elsa.Flowchart\", \"activities\": [], \"connections\": [7]}}")]
    [InlineData("{\"version\": \"x\", \"root\": {\"type\": \"Elsa.Start\"}}")]
    [InlineData("{\"id\": \"\\ud800\", \"root\": {\"type\": \"Elsa.Start\", \"id\": \"a\"}}")]
    public void Read_MalformedText_IsRefused(string json) =>
        Assert.NotEmpty(Assert.Throws<DefinitionException>(() => Reader().Read(json, "f.json")).Errors);

    [Fact]
    public void Read_OldAssemblyQualifiedTypeNameOfAnInput_IsIgnored()
    {
        var join = Json.Activity("j", "Elsa.FlowJoin", ("mode", Json.Literal("WaitAll", "Elsa.Workflows.Core.Gone, Elsa.Gone")));

        Assert.Equal("WaitAll", (string?)Reader().Read(Json.Definition("d", join), "f.json").Root.LiteralInput("mode"));
    }

    [Fact]
    public void Read_DesignerMetadata_IsThereForDrawing()
    {
        var line = Json.Line("a");
        line["metadata"] = JsonNode.Parse(
            """{"designer":{"position":{"x":10,"y":-5.5},"size":{"width":80,"height":40}},"displayText":"Say A"}""");
        var definition = Reader().Read(Json.Definition("d", Json.Flowchart("f", [line, Json.Line("b")], "a>b")), "f.json");

        var node = definition.Find("a")!;

        Assert.Equal((new DesignerBox(10, -5.5, 80, 40), "Say A"), (node.Box, node.DisplayText));
        Assert.Equal(("a", "Done", "b"), Ends(definition.Root.Connections[0]));
    }

    [Fact]
    public void Catalog_WithSeveralVersions_FindsEach()
    {
        var old = Json.Definition("d", Json.Line("a"));
        var draft = old.Replace("\"version\":1,\"isPublished\":true", "\"version\":3,\"isPublished\":false", StringComparison.Ordinal);
        var files = new[] { old, Renumbered(old, 2), draft.Replace("d-v1", "d-v3", StringComparison.Ordinal) };

        var catalog = DefinitionCatalog.Read(new ActivityRegistry(), files.Select((json, index) => ($"{index}.json", json)));

        Assert.Equal((1, 3, 2), (catalog.Find("d", 1)!.Version, catalog.FindVersion("d-v3")!.Version, catalog.FindPublished("d")!.Version));
    }

    [Fact]
    public void Catalog_WithTheSameVersionTwice_IsRefused()
    {
        var json = Json.Definition("d", Json.Line("a"));

        var refused = Assert.Throws<DefinitionException>(() =>
            DefinitionCatalog.Read(new ActivityRegistry(), [("a.json", json), ("b.json", json)]));

        Assert.Contains("is also in a.json", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalog_OfAWorkflowThatContainsItself_IsRefused()
    {
        var inner = Json.Activity("x", "D", ("workflowDefinitionId", "d"));

        var refused = Assert.Throws<DefinitionException>(() =>
            DefinitionCatalog.Read(new ActivityRegistry(), [("d.json", Json.Definition("d", Json.Sequence("s", inner)))]));

        Assert.Equal("The workflow contains itself as an activity.", Assert.Single(refused.Errors).Message);
    }

    private static string Renumbered(string json, int version) => json
        .Replace("\"version\":1,\"isPublished\"", $"\"version\":{version},\"isPublished\"", StringComparison.Ordinal)
        .Replace("d-v1", $"d-v{version}", StringComparison.Ordinal);

    private static (string Source, string? Port, string Target) Ends(ConnectionDefinition connection) =>
        (connection.Source, connection.SourcePort, connection.Target);

    private static DefinitionReader Reader() => new(new ActivityRegistry([new ReviewActivity()]));

    private static IReadOnlyList<DefinitionError> Refuse(JsonObject root) => Refuse(Json.Definition("d", root));

    private static IReadOnlyList<DefinitionError> Refuse(string json) =>
        Assert.Throws<DefinitionException>(() => Reader().Read(json, "f.json")).Errors;
}

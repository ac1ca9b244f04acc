using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Definitions;

public sealed class PublicationCheckTests
{
    private static readonly JsonObject Review = Json.Activity("r", "Test.Review", ("role", Json.Literal("Officer")));

    [Fact]
    public void Run_EveryPortLeadsSomewhere_FindsNothing() => Assert.Empty(Check(Json.Flowchart(
        "f", [Json.Activity("s", "Elsa.Start"), Copy(Review), End("yes"), End("no")], "s>r", "r:Approved>yes", "r:Rejected>no")));

    [Fact]
    public void Run_PortNotConnected_IsFound()
    {
        var errors = Check(Json.Flowchart("f", [Copy(Review), End("yes")], "r:Approved>yes"));

        Assert.Equal(("r", "Outcome 'Rejected' leads nowhere."), Only(errors));
    }

    [Fact]
    public void Run_PortThatDoesNotExist_IsFound()
    {
        var errors = Check(Json.Flowchart("f", [Copy(Review), End("e")], "r:Approved>e", "r:Rejected>e", "r:Maybe>e"));

        Assert.Equal(("r", "'Test.Review' has no outcome 'Maybe'."), Only(errors));
    }

    [Fact]
    public void Run_NoEnd_IsFound()
    {
        var errors = Check(Json.Flowchart("f", [Json.Event("a"), Json.Event("b")], "a>b", "b>a"));

        Assert.All(errors, error => Assert.Equal("No path from here ends.", error.Message));
        Assert.Equal(["a", "b"], errors.Select(error => error.ActivityId));
    }

    [Fact]
    public void Run_StartByATimer_IsFoundWhereNobodyCanTellWhen()
    {
        var everyMinute = Json.Activity("t", "Elsa.Timer", ("canStartWorkflow", true));
        var computed = Json.Activity("t", "Elsa.Timer", ("canStartWorkflow", true), ("interval", Json.Input("JavaScript", "'00:10:00'")));

        Assert.Empty(Check(Json.Flowchart("f", [everyMinute, End("e")], "t>e")));
        Assert.Equal("t", Only(Check(Json.Flowchart("f", [computed, End("e")], "t>e"))).Item1);
    }

    [Fact]
    public void Run_ActivityOutOfReach_IsFound()
    {
        var errors = Check(Json.Flowchart("f", [Json.Activity("s", "Elsa.Start"), End("e"), End("lost")], "s>e"));

        Assert.Equal(("lost", "The activity can't be reached."), Only(errors));
    }

    [Fact]
    public void Run_MisspeltInput_IsFound()
    {
        var line = Json.Activity("a", "Elsa.WriteLine", ("txt", Json.Literal("hi")));

        Assert.Equal(("a", "'Elsa.WriteLine' has no such input."), Only(Check(Json.Sequence("s", line))));
    }

    [Fact]
    public void Run_InputWithoutTypeName_IsFound()
    {
        var line = Json.Activity("a", "Elsa.WriteLine", ("text", JsonNode.Parse("""{"expression":{"type":"Literal","value":"hi"}}""")));

        Assert.Equal(("a", "The input has no typeName and would be ignored."), Only(Check(Json.Sequence("s", line))));
    }

    [Fact]
    public void Run_VariableThatIsNotDeclared_IsFound()
    {
        var line = Json.Activity("a", "Elsa.WriteLine", ("text", Json.Input("Variable", new JsonObject { ["id"] = "v", ["name"] = "v" })));

        Assert.Equal(("a", "Variable 'v' is not declared."), Only(Check(Json.Sequence("s", line))));
    }

    [Fact]
    public void Run_ForkThatWaitsForAny_IsFound()
    {
        var fork = Json.Activity("f", "Elsa.Fork", ("branches", new JsonArray(Json.Line("a"))), ("joinMode", "WaitAny"));

        Assert.Equal("joinMode", Assert.Single(Check(Json.Sequence("s", fork))).Property);
    }

    private static JsonObject End(string id) => Json.Activity(id, "Elsa.End");

    private static JsonObject Copy(JsonObject json) => json.DeepClone().AsObject();

    private static (string?, string) Only(IReadOnlyList<DefinitionError> errors) => (Assert.Single(errors).ActivityId, errors[0].Message);

    private static IReadOnlyList<DefinitionError> Check(JsonObject root)
    {
        var registry = new ActivityRegistry([new ReviewActivity()]);
        var catalog = DefinitionCatalog.Read(registry, [("d.json", Json.Definition("d", root))]);
        return PublicationCheck.Run(catalog.Definitions[0], catalog);
    }
}

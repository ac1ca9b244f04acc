using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Conformance;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Definitions;

public sealed class DefinitionWriterTests
{
    public static TheoryData<string> Loadable => [.. new CaseFolder(Folders.Conformance).Read()
        .Where(test => !test.Expect.Refused && test.Files.Count == 1)
        .Select(test => test.Files[0])];

    [Theory]
    [MemberData(nameof(Loadable))]
    public void Write_WhatWasRead_ReadsAgainAndStaysTheSame(string file)
    {
        var reader = new DefinitionReader(new ActivityRegistry());
        var once = DefinitionWriter.Write(reader.Read(File.ReadAllText(Path.Combine(Folders.Conformance, file)), file));

        var twice = DefinitionWriter.Write(reader.Read(once, file));

        Assert.Equal(once, twice);
    }

    [Fact]
    public void Write_UnknownProperties_Survive()
    {
        var line = Json.Line("a");
        line["acme"] = JsonNode.Parse("""{"deep":[1,{"x":null}]}""");
        line["metadata"] = JsonNode.Parse("""{"designer":{"position":{"x":1,"y":2},"size":{"width":3,"height":4}},"acme":true}""");
        var json = JsonNode.Parse(Json.Definition("d", Json.Sequence("s", line)))!;
        json["toolVersion"] = "3.7.1.0";

        var written = Write(json.ToJsonString());

        Assert.Equal("3.7.1.0", (string?)written["toolVersion"]);
        var activity = written["root"]!["activities"]![0]!;
        Assert.True(JsonNode.DeepEquals(line["acme"], activity["acme"]));
        Assert.True(JsonNode.DeepEquals(line["metadata"], activity["metadata"]));
    }

    [Fact]
    public void Write_OldConnections_BecomeTodays()
    {
        var flow = Json.Flowchart("f", [Json.Line("a"), Json.Line("b")]);
        flow["connections"] = JsonNode.Parse("""[{"source":"a","target":"b","sourcePort":"Done","targetPort":"In"}]""");

        var connection = Write(Json.Definition("d", flow))["root"]!["connections"]![0]!;

        Assert.Equal(("a", "Done", "b", "In"), (
            (string?)connection["source"]!["activity"],
            (string?)connection["source"]!["port"],
            (string?)connection["target"]!["activity"],
            (string?)connection["target"]!["port"]));
        Assert.Empty(connection["vertices"]!.AsArray());
    }

    [Fact]
    public void Write_OldTypeNamesAndDrivers_BecomeTodays()
    {
        var variable = Json.Variable("v");
        variable["storageDriverTypeName"] = "Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core";
        var delay = Json.Activity("x", "Elsa.Delay", ("timeSpan", Json.Literal("00:00:01", "System.TimeSpan, System.Private.CoreLib")));

        var written = Write(Json.Definition("d", Json.Sequence("s", delay), variables: [variable]));

        Assert.Equal("TimeSpan", (string?)written["root"]!["activities"]![0]!["timeSpan"]!["typeName"]);
        Assert.Equal(
            "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
            (string?)written["variables"]![0]!["storageDriverTypeName"]);
        Assert.Equal("Workflow1:s:x", (string?)written["root"]!["activities"]![0]!["nodeId"]);
    }

    private static JsonNode Write(string json) =>
        JsonNode.Parse(DefinitionWriter.Write(new DefinitionReader(new ActivityRegistry()).Read(json, "f.json")))!;
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Definitions.Differences;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Definitions;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

public sealed class DefinitionDifferenceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Between_TheSameUnderAnotherNumber_IsNothing() =>
        Assert.Empty(DefinitionDifference.Between(Read(DefinitionDesk.Copy(1)), Read(DefinitionDesk.Copy(2))));

    [Fact]
    public void Between_ChangedCopy_NamesEachPartAndField()
    {
        var after = DefinitionDesk.Copy(2, json =>
        {
            json["name"] = "Another name";
            json["variables"]!.AsArray().Add(new JsonObject { ["id"] = "v1", ["name"] = "Weight", ["typeName"] = "Int32" });
            DefinitionDesk.Activity(json, "answer")["role"]!["expression"]!["value"] = "TownReviewer";
            DefinitionDesk.Activity(json, "start")["metadata"]!["designer"]!["position"]!["x"] = 77;
            var activities = json["root"]!["activities"]!.AsArray();
            activities.Remove(activities.Single(one => (string)one!["id"]! == "toLapse"));
            activities.Add(JsonNode.Parse("""{ "id": "fresh", "type": "Elsa.FlowJoin", "version": 1 }"""));
            var connections = json["root"]!["connections"]!.AsArray();
            foreach (var gone in connections.Where(one => one!["source"]!["activity"]!.ToString() == "toLapse" || one["target"]!["activity"]!.ToString() == "toLapse").ToList())
                connections.Remove(gone);
            connections.Add(JsonNode.Parse("""{ "source": { "activity": "fresh", "port": "Done" }, "target": { "activity": "lapsed", "port": "In" } }"""));
        });

        var changes = DefinitionDifference.Between(Read(DefinitionDesk.Copy(1)), Read(after));

        var head = Assert.Single(changes, change => change.Part is PartKind.Head);
        Assert.Equal(("name", "Another name"), Assert.Single(head.Fields, field => field.Name == "name") is { } name ? (name.Name, name.After) : default);
        Assert.Equal((ChangeKind.Added, "v1", "Weight"), Assert.Single(changes, change => change.Part is PartKind.Variable) is { } one ? (one.Kind, one.Id, one.Label) : default);
        Assert.Equal([new FieldChange("role", "Literal: TalentOffice", "Literal: TownReviewer")], changes.Single(change => change.Id == "answer").Fields);
        Assert.True(changes.Single(change => change.Id == "start").IsDrawing);
        Assert.Equal(ChangeKind.Removed, changes.Single(change => change is { Part: PartKind.Activity, Id: "toLapse" }).Kind);
        Assert.Equal(ChangeKind.Added, changes.Single(change => change is { Part: PartKind.Activity, Id: "fresh" }).Kind);
        Assert.Contains(changes, change => change is { Part: PartKind.Connection, Kind: ChangeKind.Added, Id: "fresh · Done → lapsed" });
        Assert.Contains(changes, change => change is { Part: PartKind.Connection, Kind: ChangeKind.Removed, Id: "toLapse · Done → lapsed" });
    }

    private WorkflowDefinition Read(string text) => portal.Services.GetRequiredService<DefinitionReader>().Read(text, "d.json");
}

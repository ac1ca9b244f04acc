using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Definitions;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Definitions;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>Silence accepts, and does nothing else.</summary>
public sealed class SilenceRulesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Acceptance_MayFollow() => Assert.Empty(Check("talent-consultation", (_, _) => { }));

    [Fact]
    public void BackgroundCheck_NeverByWhateverInput()
    {
        foreach (var input in new[] { "deemedOutcome", "silenceOutcome", "deemedAfter" })
        {
            var fault = Assert.Single(Check("talent-recognition", (id, activity) =>
            {
                if ((string?)activity["role"]?["expression"]?["value"] == "JointChecker") activity[input] = Text("NoObjection");
            }));
            Assert.Equal(nameof(HouseFault.CheckBySilence), fault.Code);
        }
    }

    [Theory]
    [InlineData("town", "Pass")]
    [InlineData("recommend", "Recommend")]
    [InlineData("town", "Nonsense")]
    public void AnotherStep_IsNotDecided(string activity, string outcome)
    {
        var fault = Assert.Single(Check("talent-recognition", (id, node) =>
        {
            if (id == activity) node["deemedOutcome"] = Text(outcome);
        }));
        Assert.Equal((nameof(HouseFault.DecidedBySilence), activity), (fault.Code, fault.ActivityId));
    }

    [Fact]
    public void Refusal_IsNotWhatSilenceStandsFor()
    {
        var faults = Check("talent-consultation", (id, node) =>
        {
            if (id == "acceptTown") node["deemedOutcome"] = Text("Reject");
        });
        Assert.Equal("acceptTown", Assert.Single(faults).ActivityId);
    }

    private static JsonObject Text(string value) => new()
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private IReadOnlyList<DefinitionFinding> Check(string file, Action<string, JsonObject> change)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", file + ".json")))!;
        Change(definition["root"]!, change);
        return SilenceRules.Check(portal.Services.GetRequiredService<DefinitionReader>().Read(definition.ToJsonString(), file));
    }

    private static void Change(JsonNode around, Action<string, JsonObject> change)
    {
        foreach (var activity in around["activities"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            change((string)activity["id"]!, activity);
            Change(activity, change);
            if (activity["body"] is JsonObject body)
            {
                change((string)body["id"]!, body);
                Change(body, change);
            }
        }
    }
}

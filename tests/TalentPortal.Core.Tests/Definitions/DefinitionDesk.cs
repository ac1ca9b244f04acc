using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>What administrators do with definitions, through the services.</summary>
internal sealed class DefinitionDesk(PortalFactory portal)
{
    public const string Consultation = "talent-consultation";
    public const string Why = "The town asked for it.";

    public Actor Author { get; private set; } = null!;

    public Actor Publisher { get; private set; } = null!;

    public static async Task<DefinitionDesk> OfAsync(PortalFactory portal)
    {
        var people = new TestPeople(portal.Services);
        return new DefinitionDesk(portal)
        {
            Author = await people.DemoAsync("admin@demo"),
            Publisher = await people.OfficerAsync(PortalRole.Administrator, "ys-talent-office"),
        };
    }

    public T Service<T>()
        where T : notnull => portal.Services.GetRequiredService<T>();

    public Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);

    public Task<ImportedDefinition> ImportAsync(byte[] bytes) => Service<DefinitionImport>().RunAsync(bytes, "file.json", Begin("DefinitionImporting", Author), default);

    public Task<ImportedDefinition> ImportAsync(string text) => ImportAsync(Encoding.UTF8.GetBytes(text));

    public Task<Result<int>> CheckAsync(int version) => Service<DefinitionPublication>().CheckAsync(Consultation, version, Begin("DefinitionChecking", Author), default);

    public Task<Result> PublishAsync(int version, Actor actor) =>
        Service<DefinitionPublication>().PublishAsync(Consultation, version, Why, Begin("DefinitionPublishing", actor), default);

    public Task<Result> RetireAsync(int version) =>
        Service<DefinitionPublication>().RetireAsync(Consultation, version, Why, Begin("DefinitionRetiring", Publisher), default);

    public Task<Result> UseAsync(int version, string code = "RC320001") =>
        Service<ServiceItemPins>().UseAsync(code, Consultation, version, Why, Begin("ServiceItemDefinitionChoosing", Publisher), default);

    public async Task<DefinitionState> StateAsync(int version) => (await Service<DefinitionRegister>().FindAsync(Consultation, version, default))!.State;

    /// <summary>Brings a version in and publishes it.</summary>
    public async Task PublishedAsync(int version, Action<JsonObject>? change = null)
    {
        Assert.Empty((await ImportAsync(Copy(version, change))).Findings);
        Assert.Equal(0, (await CheckAsync(version)).Value);
        Assert.True((await PublishAsync(version, Publisher)).Succeeded);
    }

    /// <summary>A real definition under another number, and changed.</summary>
    public static string Copy(int version, Action<JsonObject>? change = null, string definition = Consultation)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", definition + ".json")))!.AsObject();
        json["id"] = $"{definition}-{version}";
        json["version"] = version;
        change?.Invoke(json);
        return json.ToJsonString();
    }

    /// <summary>An activity of a definition.</summary>
    public static JsonObject Activity(JsonObject definition, string id) =>
        definition["root"]!["activities"]!.AsArray().Select(one => one!.AsObject()).Single(one => (string)one["id"]! == id);
}

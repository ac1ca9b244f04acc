using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Parties;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using Xunit;

namespace TalentPortal.Core.Tests.Workflows;

/// <summary>What every file in <c>workflows/</c> must keep, so that a new one needs no test of its own.</summary>
public sealed class EveryWorkflowTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "workflows");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Definition_Publication_NothingSpeaksAgainst(string file)
    {
        var catalog = Read(file, Activities);
        Assert.Empty(PublicationCheck.Run(catalog.Definitions[0], catalog));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), catalog.Definitions[0].DefinitionId);
        Assert.True(catalog.Definitions[0].IsPublished);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Definition_EveryPath_EndsInAFinalStatus(string file)
    {
        var real = Activities.Where(activity => activity.TypeName.StartsWith("Portal.", StringComparison.Ordinal));
        var catalog = Read(file, real.Select(activity => new AnyOutcome(activity)));
        var walk = new PathWalk(catalog, catalog.Definitions[0]);
        await walk.RunAsync();
        Assert.True(walk.Faults.Count == 0, string.Join(Environment.NewLine, walk.Faults.Take(10)));
        Assert.Contains(ApplicationStatus.Approved, walk.Ends);
        var waiting = catalog.Definitions[0].Activities.Where(node => node.TypeName.StartsWith("Portal.", StringComparison.Ordinal)).Select(node => node.Id);
        Assert.Empty(waiting.Except(walk.Seen));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Definition_Steps_AreThoseOfTheGuide(string file)
    {
        var definition = Read(file, Activities).Definitions[0];
        var items = portal.Services.GetRequiredService<ServiceItems>().Current.Where(version => version.Item.DefinitionId == definition.DefinitionId).ToList();
        Assert.NotEmpty(items);
        foreach (var version in items)
        {
            var known = version.Item.Guide.Steps.Select(step => step.Code).ToHashSet(StringComparer.Ordinal);
            Assert.All(Literals(definition, "step"), step => Assert.Contains(step, known));
            var inputs = definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
            Assert.All(inputs.Where(name => !name.StartsWith("has", StringComparison.Ordinal)),
                name => Assert.Contains(name, version.Item.WorkflowInputs));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Definition_Units_AreThere(string file)
    {
        var organisations = portal.Services.GetRequiredService<OrganisationDirectory>();
        var definition = Read(file, Activities).Definitions[0];
        foreach (var code in Literals(definition, "unit").Concat(Literals(definition, "issuer")))
            Assert.NotNull(await organisations.FindAsync(code, CancellationToken.None));
    }

    [Fact]
    public void MessageTemplates_All_HaveATextInBothLanguages()
    {
        var texts = portal.Services.GetRequiredService<MessageTexts>();
        var templates = typeof(MessageTemplates).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.All(new[] { "zh-CN", "en" }, culture => Assert.NotNull(texts.Find(template, culture))));
    }

    private IEnumerable<Activity> Activities => portal.Services.GetServices<Activity>();

    private static DefinitionCatalog Read(string file, IEnumerable<Activity> activities) =>
        DefinitionCatalog.Read(new ActivityRegistry([.. activities]), [(file, File.ReadAllText(Path.Combine(Folder, file)))]);

    private static IEnumerable<string> Literals(WorkflowDefinition definition, string input) => definition.Activities
        .Select(node => node.Source[input]?["expression"])
        .Where(expression => (string?)expression?["type"] == "Literal")
        .Select(expression => expression!["value"]!.GetValue<string>());
}

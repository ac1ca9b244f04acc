using Npgsql;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Kernel;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// What a service item needs beside itself before it is published: its samples, and a workflow definition whose steps are those of its
/// guide. A case would otherwise stop at a step that nobody has told the applicant about.
/// </summary>
public sealed class PublicationRules(NpgsqlDataSource database, DefinitionReader definitions, Samples samples)
{
    private const string DefinitionSql =
        "select content from workflow_definitions where definition_id = $1 and state = 'Published' order by version desc limit 1";

    /// <summary>Refuses an item that cannot be published.</summary>
    /// <param name="item">The item.</param>
    /// <param name="file">Where it stands.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StartupRefusedException">It lacks something.</exception>
    public async Task CheckAsync(ServiceItem item, string file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (samples.MissingFrom(item) is { Count: > 0 } missing)
            throw new StartupRefusedException($"{file} names samples that are not in seed-data: {string.Join(", ", missing)}");
        if (item.CheckPublishable() is { Succeeded: false } refused)
            throw new StartupRefusedException($"{file} cannot be published: {refused.Refusal}");
        var definition = await DefinitionAsync(item, file, ct);
        var unknown = GuideSteps.MissingFrom(item, definition)
            .Select(named => $"$.guide.steps: there is no step '{named.Step}', which activity '{named.ActivityId}' of {definition} names");
        if (string.Join(Environment.NewLine, unknown) is { Length: > 0 } lines)
            throw new StartupRefusedException($"{file} cannot be published:{Environment.NewLine}{lines}");
        if (item.Guide.DeemedAcceptance is not null && !definition.Activities.Any(node => node.SetsInput("deemedOutcome")))
            throw new StartupRefusedException(
                $"{file} cannot be published: $.guide.deemedAcceptance: no activity of {definition} says what silence stands for.");
    }

    private async Task<WorkflowDefinition> DefinitionAsync(ServiceItem item, string file, CancellationToken ct)
    {
        await using var command = database.CreateCommand(DefinitionSql);
        command.Parameters.AddWithValue(item.DefinitionId);
        var text = await command.ExecuteScalarAsync(ct) as string
            ?? throw new StartupRefusedException($"{file} names the workflow definition '{item.DefinitionId}', and there is none.");
        return definitions.Read(text, item.DefinitionId);
    }
}

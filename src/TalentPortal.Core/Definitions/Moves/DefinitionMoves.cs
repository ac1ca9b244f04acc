using Npgsql;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.Versions;

namespace TalentPortal.Core.Definitions.Moves;

/// <summary>Shows what moving running instances to another version would do, and what became of earlier moves.</summary>
public sealed class DefinitionMoves(NpgsqlDataSource database, WorkflowDefinitions definitions, ServiceItems items)
{
    /// <summary>How many instances are moved at once; more than these are moved in several goes.</summary>
    public const int MostCases = 1000;

    private const string RunningSql =
        """
        select i.id, i.case_id, c.number, i.state::text, a.service_item_version_id
        from workflow_instances i join cases c on c.id = i.case_id left join applications a on a.case_id = i.case_id
        where i.definition_id = $1 and i.definition_version = $2 and i.status = 'Running' order by i.created_at, i.id limit $3
        """;

    private const string DoneSql =
        """
        select m.case_id, c.number, m.state, m.refusal, m.done_at from definition_move_cases m join cases c on c.id = m.case_id
        where m.move_id = $1 order by m.state = 'Moved', c.number
        """;

    /// <summary>Looks at all running instances of a version; null when either version can't be run.</summary>
    public async Task<MovePreview?> PreviewAsync(string definitionId, int from, int to, CancellationToken ct)
    {
        if (from == to || await definitions.FindAsync(definitionId, from, ct) is not { } old) return null;
        if (await definitions.FindAsync(definitionId, to, ct) is not { IsPublished: true } now) return null;
        var (cases, misfits, losses) = (new List<MoveCase>(), new Dictionary<string, MisfitReason>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in await RunningAsync(definitionId, from, ct))
        {
            var runner = definitions.Runner;
            var instance = runner.Load(row.State).Instances[0];
            var fit = VersionFit.Of(instance, now, runner.Catalog);
            foreach (var misfit in fit.Misfits)
            {
                foreach (var place in misfit.Places) misfits.TryAdd(place, misfit.Reason);
            }

            losses.UnionWith(fit.Losses.Select(loss => loss.Name));
            cases.Add(new MoveCase(row.CaseId, row.Number, row.InstanceId, [.. instance.Bookmarks.Select(wait => wait.ActivityId).Distinct(StringComparer.Ordinal)],
                [.. fit.Misfits.SelectMany(misfit => misfit.Places).Distinct(StringComparer.Ordinal)], await LacksGuideAsync(row.ItemVersionId, now, ct)));
        }

        return new MovePreview([.. cases.Take(MostCases).OrderByDescending(one => one.Lacking.Count > 0 || one.LacksGuide).ThenBy(one => one.Number, StringComparer.Ordinal)],
            cases.Count > MostCases, Places(cases, misfits, old, now), Steps(now), [.. losses.Order(StringComparer.Ordinal)]);
    }

    /// <summary>What became of the cases of a move; those that need a look first.</summary>
    public async Task<IReadOnlyList<MovedCase>> DoneAsync(Guid moveId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(DoneSql);
        command.Parameters.AddWithValue(moveId);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var done = new List<MovedCase>();
        while (await rows.ReadAsync(ct))
        {
            done.Add(new MovedCase(rows.GetGuid(0), rows.IsDBNull(1) ? null : rows.GetString(1), Enum.Parse<MoveState>(rows.GetString(2)),
                rows.IsDBNull(3) ? null : rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetFieldValue<DateTimeOffset>(4)));
        }

        return done;
    }

    /// <summary>The steps of a version at which a case may go on: those that the guide knows.</summary>
    public static IReadOnlyList<MoveStep> Steps(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. definition.Activities.Where(node => node.CanMoveTo && node.SetsInput("step")).Select(node => new MoveStep(node.Id, node.DisplayText))];
    }

    private async ValueTask<bool> LacksGuideAsync(Guid? itemVersionId, WorkflowDefinition to, CancellationToken ct) =>
        itemVersionId is { } id && GuideSteps.MissingFrom((await items.VersionAsync(id, ct)).Item, to).Count > 0;

    private async Task<List<Running>> RunningAsync(string definitionId, int version, CancellationToken ct)
    {
        await using var command = database.CreateCommand(RunningSql);
        foreach (var value in new object[] { definitionId, version, MostCases + 1 }) command.Parameters.AddWithValue(value);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var running = new List<Running>();
        while (await rows.ReadAsync(ct))
        {
            running.Add(new Running(rows.GetString(0), rows.GetGuid(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.GetString(3),
                rows.IsDBNull(4) ? null : rows.GetGuid(4)));
        }

        return running;
    }

    private static List<MovePlace> Places(
        List<MoveCase> cases, Dictionary<string, MisfitReason> misfits, WorkflowDefinition old, WorkflowDefinition now) =>
        [.. from misfit in misfits
            let node = old.Find(misfit.Key)
            orderby misfit.Key
            select new MovePlace(misfit.Key, node?.DisplayText ?? misfit.Key, misfit.Value,
                cases.Count(one => !one.LacksGuide && one.Lacking.Contains(misfit.Key)), Suggested(node, now))];

    /// <summary>The activity of the same id, else the first of the same step.</summary>
    private static string? Suggested(ActivityNode? place, WorkflowDefinition now)
    {
        if (place is null) return null;
        if (now.Find(place.Id) is { CanMoveTo: true } same && same.SetsInput("step")) return same.Id;
        var step = place.LiteralInput("step")?.ToString();
        return now.Activities.FirstOrDefault(node => step is not null && node.CanMoveTo && node.TypeName == place.TypeName
            && node.LiteralInput("step")?.ToString() == step)?.Id;
    }

    private sealed record Running(string InstanceId, Guid CaseId, string? Number, string State, Guid? ItemVersionId);
}

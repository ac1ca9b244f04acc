using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration;

/// <summary>
/// All versions of all definitions in memory, read from the database; a portal that meets a version it does not know, because another
/// portal loaded it, reads them again.
/// </summary>
public sealed class WorkflowDefinitions(NpgsqlDataSource database, DefinitionReader reader, TimeProvider time)
{
    private const string LoadSql =
        """
        select definition_id, version, content, state = 'Published' from workflow_definitions
        where state in ('Published', 'Retired') order by 1, 2
        """;

    private volatile WorkflowRunner? runner;

    /// <summary>Runs them.</summary>
    /// <exception cref="InvalidOperationException">Asked before <see cref="LoadAsync"/>.</exception>
    public WorkflowRunner Runner => runner ?? throw new InvalidOperationException("The workflow definitions are not loaded yet.");

    /// <summary>A version; null when the database does not have it.</summary>
    public async ValueTask<WorkflowDefinition?> FindAsync(string definitionId, int version, CancellationToken ct)
    {
        if (runner?.Catalog.Find(definitionId, version) is { } known) return known;
        await LoadAsync(ct);
        return Runner.Catalog.Find(definitionId, version);
    }

    /// <summary>Reads all definitions on which cases may run: what is still a draft can be as wrong as it likes.</summary>
    /// <exception cref="StartupRefusedException">A stored definition can no longer be read.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(LoadSql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var definitions = new List<WorkflowDefinition>();
        try
        {
            while (await rows.ReadAsync(ct))
                definitions.Add(reader.Read(
                    rows.GetString(2), $"{rows.GetString(0)} v{rows.GetInt32(1)}", isPublished: rows.GetBoolean(3)));
            runner = new WorkflowRunner(new DefinitionCatalog(definitions), time);
        }
        catch (DefinitionException broken)
        {
            throw new StartupRefusedException($"A workflow definition in the database cannot be run: {broken.Message}", broken);
        }
    }
}

using Npgsql;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Kernel;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Loads <c>workflows/*.json</c> as published. A version that is there already stays as it is, a draft of the same text is published with
/// it; the same version with another text is refused.
/// </summary>
public sealed class DefinitionSeeder(NpgsqlDataSource database, DefinitionReader reader, SeedFolder files, TimeProvider time) : ISeeder
{
    private const string InsertSql =
        """
        insert into workflow_definitions (definition_id, version, checksum, content, loaded_at, version_id, name, published_at)
        values ($1, $2, $3, $4, $5, $6, $7, $5)
        on conflict (definition_id, version) do update set
          state = case when workflow_definitions.state = 'Retired' then 'Retired' else 'Published' end,
          published_at = coalesce(workflow_definitions.published_at, excluded.published_at),
          revision = workflow_definitions.revision + case when workflow_definitions.state in ('Draft', 'Checked') then 1 else 0 end
        returning checksum
        """;

    private const int LongestName = 400;

    /// <inheritdoc />
    public int Order => 10;

    /// <inheritdoc />
    public string Folder => "workflows";

    /// <inheritdoc />
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var file in files.Files(Folder, "*.json"))
        {
            var text = await File.ReadAllTextAsync(file, ct);
            var definition = Read(text, Path.GetFileName(file));
            var checksum = DefinitionFile.ChecksumOf(text);
            await using var command = database.CreateCommand(InsertSql);
            command.Parameters.AddWithValue(definition.DefinitionId);
            command.Parameters.AddWithValue(definition.Version);
            command.Parameters.AddWithValue(checksum);
            command.Parameters.AddWithValue(text);
            command.Parameters.AddWithValue(time.GetUtcNow());
            command.Parameters.AddWithValue(definition.Id);
            command.Parameters.AddWithValue(definition.Name[..Math.Min(definition.Name.Length, LongestName)]);
            if ((string)(await command.ExecuteScalarAsync(ct))! != checksum)
                throw new StartupRefusedException($"{Path.GetFileName(file)} was changed without a new version: "
                    + $"{definition.DefinitionId} v{definition.Version} is already in the database with another text, and cases may run on it.");
        }
    }

    private WorkflowDefinition Read(string text, string file)
    {
        try
        {
            var definition = reader.Read(text, file);
            return SilenceRules.Check(definition) is not [var fault, ..] ? definition
                : throw new StartupRefusedException(
                    $"{file}: activity '{fault.ActivityId}' would be answered by silence ({fault.Property}). "
                    + "Only an acceptance may follow from silence, and never a background check.");
        }
        catch (DefinitionException broken)
        {
            throw new StartupRefusedException(
                $"The workflow definition cannot be loaded:{Environment.NewLine}{string.Join(Environment.NewLine, broken.Errors)}", broken);
        }
    }
}

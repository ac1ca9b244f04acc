using System.Text.RegularExpressions;
using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>Brings a file of Elsa's format in as a draft, and keeps it as it is: what goes in comes out.</summary>
public sealed partial class DefinitionImport(
    NpgsqlDataSource database, DefinitionCheck check, DefinitionRegister register, AuditStreams audit, ParameterTable parameters,
    PortalTimeZone zone)
{
    private const int LongestName = 400;

    private const string InsertSql =
        """
        insert into workflow_definitions
          (definition_id, version, checksum, content, loaded_at, version_id, name, state, origin, has_byte_order_mark, added_by)
        values ($1, $2, $3, $4, $5, $6, $7, 'Draft', 'Import', $8, $9) on conflict do nothing
        """;

    /// <summary>The most that a file may have, in bytes.</summary>
    public int MostBytes => parameters.Int("definition.maxKilobytes", zone.Today) * 1024;

    /// <summary>Takes a file, or says all that is wrong with it at once.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name; gives the id to a definition that names none.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ImportedDefinition> RunAsync(ReadOnlyMemory<byte> bytes, string fileName, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (bytes.Length > MostBytes)
            return Refused(HouseFault.TooLarge, (MostBytes / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (DefinitionFile.Decode(bytes.Span) is not { } file) return Refused(HouseFault.NotUtf8);
        var (definition, findings) = check.Read(file.Text, fileName);
        if (definition is null) return ImportedDefinition.Refused(file.Text, findings);
        if (!UsableId().IsMatch(definition.DefinitionId))
            return ImportedDefinition.Refused(file.Text,
                DefinitionFinding.Of(HouseFault.DefinitionIdUnusable, activityId: null, "definitionId", definition.DefinitionId));
        return await KeepAsync(file, definition, operation, ct);
    }

    private async Task<ImportedDefinition> KeepAsync(
        DefinitionFile file, WorkflowDefinition definition, Operation operation, CancellationToken ct)
    {
        if (await InsertAsync(file, definition, operation, ct))
            return new ImportedDefinition(definition.DefinitionId, definition.Version, IsNew: true, [], file.Text);
        if (await register.FindAsync(definition.DefinitionId, definition.Version, ct) is not { } known)
            return ImportedDefinition.Refused(
                file.Text, DefinitionFinding.Of(HouseFault.VersionIdTaken, activityId: null, "id", definition.Id));
        return known.Checksum == file.Checksum
            ? new ImportedDefinition(definition.DefinitionId, definition.Version, IsNew: false, [], file.Text)
            : ImportedDefinition.Refused(
                file.Text, DefinitionFinding.Of(HouseFault.OtherContent, activityId: null, "version", definition.ToString()));
    }

    private async Task<bool> InsertAsync(DefinitionFile file, WorkflowDefinition definition, Operation operation, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var command = new NpgsqlCommand(InsertSql, connection, transaction))
        {
            object[] values =
            [
                definition.DefinitionId, definition.Version, file.Checksum, file.Text, operation.At, definition.Id,
                definition.Name[..Math.Min(definition.Name.Length, LongestName)], file.HasByteOrderMark, operation.UserId!,
            ];
            foreach (var value in values) command.Parameters.AddWithValue(value);
            if (await command.ExecuteNonQueryAsync(ct) == 0) return false;
        }

        await audit.AppendAsync(connection, transaction, AuditStream.Administration, "DefinitionImported", operation,
            DefinitionFacts.Of(definition.DefinitionId, definition.Version, ("checksum", file.Checksum)), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static ImportedDefinition Refused(HouseFault fault, params IReadOnlyList<string> arguments) =>
        ImportedDefinition.Refused("", DefinitionFinding.Of(fault, activityId: null, property: null, arguments));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UsableId();
}

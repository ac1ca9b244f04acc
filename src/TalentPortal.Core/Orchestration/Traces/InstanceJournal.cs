using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Traces;

/// <summary>Reads what the engine did for an instance.</summary>
public sealed class InstanceJournal(NpgsqlDataSource database)
{
    private const string Sql = "select entries from workflow_journal where case_id = $1 order by id";

    /// <summary>All entries of the case's instances, the oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var entries = new List<JournalEntry>();
        while (await rows.ReadAsync(ct))
            entries.AddRange(JsonSerializer.Deserialize<List<JournalEntry>>(rows.GetString(0), JsonSerializerOptions.Web)!);
        return entries;
    }
}

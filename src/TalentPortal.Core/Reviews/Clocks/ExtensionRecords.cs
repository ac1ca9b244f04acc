using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>Reads whether more time was asked for in a case, and what was decided.</summary>
public static class ExtensionRecords
{
    private static readonly string Sql =
        $"select {string.Join(", ", CaseAction.Table.ColumnNames)} from case_actions where case_id = $1 "
        + "and kind in ('ExtensionAsked', 'ExtensionApproved', 'ExtensionRefused')";

    /// <summary>What was asked and what was decided, inside the case's transaction; null for what did not happen.</summary>
    public static async Task<(CaseAction? Asked, CaseAction? Decided)> ReadAsync(CaseWork work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var command = new NpgsqlCommand(Sql, work.Connection) { Parameters = { CaseBatch.Uuid(work.CaseId) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<CaseAction>();
        while (await reader.ReadAsync(ct)) rows.Add(CaseAction.Table.Read(reader));
        return (rows.Find(row => row.Kind is CaseActionKind.ExtensionAsked),
            rows.Find(row => row.Kind is not CaseActionKind.ExtensionAsked));
    }
}

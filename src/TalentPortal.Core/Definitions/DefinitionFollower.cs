using Npgsql;
using TalentPortal.Core.Orchestration.Schedules;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// Sees what another portal published: looks every few seconds at one small figure, and reads and plans again when it has changed.
/// </summary>
public sealed class DefinitionFollower(NpgsqlDataSource database, WorkflowSchedules schedules)
{
    // What is published never goes away again and its revision only grows, so each change gives another figure.
    private const string StampSql =
        """
        select count(*) || ' ' || coalesce(sum(revision), 0) from workflow_definitions where state in ('Published', 'Retired')
        """;

    private string stamp = "";

    /// <summary>Looks once.</summary>
    /// <returns>Whether anything was read again.</returns>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(StampSql);
        var now = (string)(await command.ExecuteScalarAsync(ct))!;
        if (now == stamp) return false;
        await schedules.PlanAsync(ct);
        stamp = now;
        return true;
    }
}

using System.Collections.Concurrent;
using Npgsql;

namespace TalentPortal.Core.Seeding;

/// <summary>Which cases are made up: those of the demonstration's accounts. Where there are none, nothing is asked.</summary>
/// <param name="source">The database.</param>
/// <param name="options">Whether there are such accounts.</param>
public sealed class DemoCases(NpgsqlDataSource source, DemoOptions options)
{
    private const int Capacity = 20_000;

    private const string Sql =
        "select exists (select from applications a join portal_users u on u.id = a.created_by where a.case_id = $1 and u.is_demo)";

    // Who made a case never changes.
    private readonly ConcurrentDictionary<Guid, bool> known = new();

    /// <summary>Whether a case is made up.</summary>
    public async ValueTask<bool> HasAsync(Guid caseId, CancellationToken ct)
    {
        if (!options.IsEnabled) return false;
        if (known.TryGetValue(caseId, out var isDemo)) return isDemo;
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = caseId });
        isDemo = (bool)(await command.ExecuteScalarAsync(ct))!;
        if (known.Count >= Capacity) known.Clear();
        return known[caseId] = isDemo;
    }
}

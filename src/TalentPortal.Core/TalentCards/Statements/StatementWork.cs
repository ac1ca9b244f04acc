using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>A transaction about one statement: what is changed, who is told, what the audit keeps.</summary>
/// <param name="connection">Its connection.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="operation">The operation.</param>
/// <param name="today">The local day, by which appointments hold.</param>
internal sealed class StatementWork(NpgsqlConnection connection, NpgsqlTransaction transaction, Operation operation, DateOnly today)
{
    private const string TellSql =
        """
        insert into outbox_messages (id, template, recipient_id, parameters, status, next_attempt_at, created_at)
        select gen_random_uuid(), $1, told.user_id, $2::json, 'Pending', $3, $3
        from (select distinct a.user_id from appointments a
          where a.role = $4 and ($5 or a.organisation_id = any(select id from organisations where id = $6 union select parent_id from organisations where id = $6))
            and a.from_on <= $7 and (a.to_on is null or a.to_on >= $7)) told
        """;

    /// <summary>The operation.</summary>
    public Operation Operation => operation;

    /// <summary>What the audit keeps: a type and its facts.</summary>
    public List<(string Type, Dictionary<string, object?> Facts)> Events { get; } = [];

    /// <summary>A statement of SQL in the transaction.</summary>
    public NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.AddRange(parameters);
        return command;
    }

    /// <summary>Changes rows.</summary>
    public async Task<int> ExecuteAsync(string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Notes what happened.</summary>
    public void Record(string type, string number, params (string Name, object? Value)[] facts) => Events.Add((type,
        new Dictionary<string, object?>(facts.Select(fact =>
            KeyValuePair.Create(fact.Name, fact.Value)), StringComparer.Ordinal)
        { ["statement"] = number }));

    /// <summary>Writes to the managers of a venue and of its partner.</summary>
    public Task TellManagersAsync(string template, Guid venueId, string number, DateOnly? dueOn, CancellationToken ct) =>
        TellAsync(template, PortalRole.VenueManager, venueId, number, dueOn, ct);

    /// <summary>Writes to the talent office.</summary>
    public Task TellOfficeAsync(string template, string number, CancellationToken ct) =>
        TellAsync(template, PortalRole.TalentOffice, null, number, null, ct);

    private async Task TellAsync(string template, PortalRole role, Guid? venueId, string number, DateOnly? dueOn, CancellationToken ct)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["statement"] = number };
        if (dueOn is { } day) values["dueOn"] = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await ExecuteAsync(TellSql,
        [
            CaseBatch.Text(template), CaseBatch.Text(JsonSerializer.Serialize(values)), CaseBatch.At(operation.At),
            CaseBatch.Text(role.ToString()),
            new NpgsqlParameter { Value = venueId is null }, CaseBatch.Uuid(venueId),
            new NpgsqlParameter { Value = today, NpgsqlDbType = NpgsqlDbType.Date },
        ], ct);
    }
}

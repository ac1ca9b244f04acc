using Npgsql;

namespace TalentPortal.Core.Notifications;

/// <summary>The number and the service item of the case that a message is about, unless its own domain names others.</summary>
/// <param name="source">The database.</param>
internal sealed class CaseMessageValues(NpgsqlDataSource source) : IMessageValues
{
    private const string Sql = """
        select c.number, v.content::json #>> array['name', $2]
        from cases c
        left join applications a on a.case_id = c.id
        left join service_item_versions v on v.id = a.service_item_version_id
        where c.id = $1
        """;

    public async Task AddAsync(OutboxMessage message, Recipient recipient, IDictionary<string, string> values, CancellationToken ct)
    {
        if (message.CaseId is not { } caseId) return;
        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue(caseId);
        command.Parameters.AddWithValue(recipient.ReadsEnglish ? "en" : "zh");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return;
        if (!await reader.IsDBNullAsync(0, ct)) values.TryAdd("caseNumber", reader.GetString(0));
        if (!await reader.IsDBNullAsync(1, ct)) values.TryAdd("serviceItem", reader.GetString(1));
    }
}

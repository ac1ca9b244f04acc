using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Allowances;

/// <summary>Messages to holders. None names an account or an amount.</summary>
internal static class AllowanceMessages
{
    private const string HolderSql = "select id from portal_users where person_id = $1";

    /// <summary>Adds a message where the person has an account.</summary>
    public static async Task TellAsync(CaseWork work, Guid personId, string template, CancellationToken ct, DateOnly? on = null)
    {
        await using var command = new NpgsqlCommand(HolderSql, work.Connection) { Parameters = { CaseBatch.Uuid(personId) } };
        if (await command.ExecuteScalarAsync(ct) is not Guid holder) return;
        work.Rows<OutboxMessage>().Add(OutboxMessage.To(holder, template, work.Now, work.CaseId, on is { } day
            ? JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["dueOn"] = day.ToString("O", CultureInfo.InvariantCulture) })
            : "{}"));
    }
}

using Npgsql;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>Why a case has more time, in the words of who asked for it.</summary>
/// <param name="source">The database.</param>
internal sealed class ExtensionMessageValues(NpgsqlDataSource source) : IMessageValues
{
    public async Task AddAsync(OutboxMessage message, Recipient recipient, IDictionary<string, string> values, CancellationToken ct)
    {
        if (message.Template != MessageTemplates.CaseExtended || message.CaseId is not { } caseId) return;
        await using var command = source.CreateCommand("select reason from case_actions where case_id = $1 and kind = 'ExtensionAsked'");
        command.Parameters.AddWithValue(caseId);
        if (await command.ExecuteScalarAsync(ct) is string reason) values["reason"] = reason;
    }
}

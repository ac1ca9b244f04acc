using System.Collections.Frozen;
using Npgsql;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>
/// What texts about ratings need: the page, and for the rater the rated case's number and item. A message to an officer keeps the rating's
/// own number.
/// </summary>
internal sealed class RatingMessageValues(NpgsqlDataSource database, PortalAddress address) : IMessageValues
{
    private static readonly FrozenSet<string> ToRater = new[]
    {
        MessageTemplates.RatingRequest, MessageTemplates.RatingRectified, MessageTemplates.RatingAppealResult,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ToOfficer = new[]
    {
        MessageTemplates.RatingBad, MessageTemplates.RatingReminder, MessageTemplates.RatingAppealed, MessageTemplates.RatingAppealDecided,
    }.ToFrozenSet(StringComparer.Ordinal);

    private const string Sql =
        """
        select c.number, v.content::json #>> array['name', $2]
        from ratings r join cases c on c.id = r.rated_case_id join applications a on a.case_id = r.rated_case_id
          join service_item_versions v on v.id = a.service_item_version_id
        where r.case_id = $1
        """;

    public async Task AddAsync(OutboxMessage message, Recipient recipient, IDictionary<string, string> values, CancellationToken ct)
    {
        if (message.CaseId is not { } caseId) return;
        if (ToOfficer.Contains(message.Template)) values["link"] = address.Of($"/officer/ratings/{caseId}");
        if (!ToRater.Contains(message.Template)) return;
        values["link"] = address.Of($"/ratings/{caseId}");
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(caseId);
        command.Parameters.AddWithValue(recipient.ReadsEnglish ? "en" : "zh");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return;
        (values["caseNumber"], values["serviceItem"]) = (reader.GetString(0), reader.GetString(1));
    }
}

using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>Messages about cards. None names a card's number.</summary>
internal static class CardMessages
{
    /// <summary>Adds a message.</summary>
    public static void Tell(CaseWork work, Guid recipient, string template, DateOnly? dueOn = null) =>
        work.Rows<OutboxMessage>().Add(OutboxMessage.To(recipient, template, work.Now, work.CaseId, dueOn is { } day
            ? JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["dueOn"] = day.ToString("O", CultureInfo.InvariantCulture) })
            : "{}"));
}

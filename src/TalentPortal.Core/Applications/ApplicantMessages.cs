using System.Text.Json;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary>Messages to whoever handed an application in, written with the change they tell about.</summary>
public static class ApplicantMessages
{
    /// <summary>Adds a message; parameters are dates, codes and ids, never personal values.</summary>
    public static void Tell(this CaseWork work, string template, IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var application = work.Rows<Application>().Single();
        work.Rows<OutboxMessage>().Add(OutboxMessage.To(application.SubmittedBy ?? application.CreatedBy, template, work.Now, work.CaseId,
            parameters is null ? "{}" : JsonSerializer.Serialize(parameters)));
    }
}

using System.Text.Json;

namespace TalentPortal.Core.Reviews.Reminders;

/// <summary>What a reminder's job needs to know.</summary>
/// <param name="TaskId">About which task.</param>
/// <param name="Rule">By which rule (<see cref="ReminderTimes"/>).</param>
public sealed record TaskReminder(Guid TaskId, string Rule)
{
    /// <summary>As kept in the job.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As read from the job.</summary>
    public static TaskReminder FromJson(string json) => JsonSerializer.Deserialize<TaskReminder>(json, JsonSerializerOptions.Web)!;
}

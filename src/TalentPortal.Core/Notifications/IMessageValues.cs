namespace TalentPortal.Core.Notifications;

/// <summary>Fills places of message texts with what one domain knows; all registered ones are asked for every message.</summary>
public interface IMessageValues
{
    /// <summary>Adds values by the names of the places; nothing when the message is none of its own.</summary>
    Task AddAsync(OutboxMessage message, Recipient recipient, IDictionary<string, string> values, CancellationToken ct);
}

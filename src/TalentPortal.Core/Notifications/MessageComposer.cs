using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>Makes a mail of an outbox row: looks up the recipient, gathers values, fills the text in the recipient's language.</summary>
/// <param name="source">Recipients.</param>
/// <param name="texts">Texts.</param>
/// <param name="contributors">What the domains know.</param>
/// <param name="address">Where the portal is.</param>
public sealed class MessageComposer(
    NpgsqlDataSource source, MessageTexts texts, IEnumerable<IMessageValues> contributors, PortalAddress address)
{
    /// <summary>The mail; refused when no attempt could ever succeed.</summary>
    public async Task<Result<Mail>> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await FindRecipientAsync(message.RecipientId, ct) is not { } recipient) return new MessageNotComposable("recipient");
        if (texts.Find(message.Template, recipient.Culture) is not { } text) return new MessageNotComposable(message.Template);
        var values = await ValuesAsync(message, recipient, ct);
        var missing = text.Places().Where(place => !values.ContainsKey(place)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0) return new MessageNotComposable($"{message.Template}: {string.Join(", ", missing)}");
        var filled = text.Fill(values);
        return new Mail($"{message.Id:N}@talent-portal", recipient.Address, recipient.Name, filled.Subject, filled.Body);
    }

    private async Task<Dictionary<string, string>> ValuesAsync(OutboxMessage message, Recipient recipient, CancellationToken ct)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(message.Parameters) ?? [])
            values[name] = Shown(value, recipient);
        values["portal"] = address.Of("");
        values["recipientName"] = recipient.Name;
        foreach (var contributor in contributors) await contributor.AddAsync(message, recipient, values, ct);
        return values;
    }

    private async Task<Recipient?> FindRecipientAsync(Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select email, display_name, culture from portal_users where id = $1");
        command.Parameters.AddWithValue(userId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var name = string.Concat(reader.GetString(1).Select(c => char.IsControl(c) ? ' ' : c));
        return new Recipient(userId, reader.GetString(0), name, reader.GetString(2));
    }

    /// <summary>Dates are written as the recipient reads them; everything else as it is.</summary>
    private static string Shown(string value, Recipient recipient)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return value;
        return recipient.ReadsEnglish
            ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en"))
            : day.ToString("D", CultureInfo.GetCultureInfo("zh-CN"));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.PublicNotices;

/// <summary>What a notice says, before it says about whom.</summary>
/// <param name="Title">Title; at most 200 characters.</param>
/// <param name="Body">Text.</param>
/// <param name="StartsOn">Day of publication.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record NoticeWords(string Title, string Body, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>Writes the text of notices and its digest.</summary>
public sealed class NoticeWording(NoticeTexts texts)
{
    private const int LongestTitle = 200;

    /// <summary>Writes it.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="item">The service item.</param>
    /// <param name="startsOn">Day of publication.</param>
    /// <param name="endsOn">Last day.</param>
    /// <param name="workingDays">Length.</param>
    public NoticeWords Write(
        NoticeKind kind, OrganisationEntry publisher, ServiceItem item, DateOnly startsOn, DateOnly endsOn, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(item);
        var text = texts[kind];
        var title = Fill(text.Title);
        return new NoticeWords(title[..Math.Min(title.Length, LongestTitle)], string.Join('\n', text.Body.Select(Fill)), startsOn, endsOn);

        string Fill(string line) => line.Replace("{serviceItem}", item.Name.Zh, StringComparison.Ordinal)
            .Replace("{publisher}", publisher.NameZh, StringComparison.Ordinal)
            .Replace("{from}", startsOn.ToString(text.DateFormat, CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{to}", endsOn.ToString(text.DateFormat, CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{days}", workingDays.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{office}", item.Guide.Contact?.Office.Zh ?? "", StringComparison.Ordinal)
            .Replace("{phone}", item.Guide.Contact?.Phone ?? "", StringComparison.Ordinal);
    }

    /// <summary>SHA-256 over everything that a reader saw, in a fixed order, so that it can be computed again from the rows.</summary>
    public static byte[] Digest(NoticeWords words, IEnumerable<(string Name, NoticeFacts Facts)> entries)
    {
        ArgumentNullException.ThrowIfNull(words);
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            new { title = words.Title, body = words.Body, from = words.StartsOn, to = words.EndsOn, entries = entries.Select(entry => new { name = entry.Name, facts = entry.Facts }) },
            JsonSerializerOptions.Web));
    }
}

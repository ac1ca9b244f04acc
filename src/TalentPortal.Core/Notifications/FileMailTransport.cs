using System.Text;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>
/// Writes mails into a folder instead of sending them: what a portal without mail settings does. A mail that is sent twice is one
/// file, because its name is the Message-ID.
/// </summary>
/// <param name="folder">Where to; made when missing.</param>
/// <param name="time">Stamps the mail.</param>
public sealed class FileMailTransport(string folder, TimeProvider time) : IMailTransport
{
    private const string Extension = ".eml";

    /// <inheritdoc />
    public async Task<Result> SendAsync(Mail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, NameOf(mail.MessageId));
        var unfinished = path + ".part";
        await File.WriteAllTextAsync(unfinished, MailFile.Write(mail, time.GetUtcNow()), Encoding.ASCII, ct);
        File.Move(unfinished, path, overwrite: true);
        return Result.Success;
    }

    /// <summary>The mails in the folder, newest first.</summary>
    public IReadOnlyList<MailFile> List()
    {
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(path => MailFile.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path, Encoding.ASCII)))
            .OrderByDescending(mail => mail.SentAt)];
    }

    /// <summary>One mail by the name that <see cref="List"/> gave, or null.</summary>
    public MailFile? Find(string name) => List().FirstOrDefault(mail => string.Equals(mail.Name, name, StringComparison.Ordinal));

    private static string NameOf(string messageId) =>
        string.Concat(messageId.TakeWhile(c => c != '@').Where(char.IsAsciiLetterOrDigit)) + Extension;
}

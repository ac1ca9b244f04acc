using System.Globalization;
using System.Text;

namespace TalentPortal.Core.Notifications;

/// <summary>A mail as <see cref="FileMailTransport"/> keeps it: a plain <c>.eml</c> that any mail program opens.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Address">The recipient's address.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">Decoded.</param>
/// <param name="SentAt">UTC.</param>
public sealed record MailFile(string Name, string Address, string Subject, string Text, DateTimeOffset SentAt)
{
    private const string AddressHeader = "X-Recipient: ";
    private const string SubjectHeader = "Subject: ";
    private const string DateHeader = "Date: ";
    private const string WordStart = "=?utf-8?B?";
    private const string WordEnd = "?=";

    /// <summary>UTF-16 units in an encoded word: at most 45 bytes, 60 in Base64, 72 with the frame; RFC 2047 allows 75.</summary>
    private const int WordLength = 14;

    internal static string Write(Mail mail, DateTimeOffset at)
    {
        var file = new StringBuilder();
        void Line(string text) => file.Append(text).Append("\r\n");
        Line($"Message-ID: <{mail.MessageId}>");
        Line(DateHeader + at.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Line($"To: {Encode(mail.Name)} <{OneLine(mail.Address)}>");
        Line(AddressHeader + OneLine(mail.Address));
        Line(SubjectHeader + Encode(mail.Subject));
        Line("MIME-Version: 1.0");
        Line("Content-Type: text/plain; charset=utf-8");
        Line("Content-Transfer-Encoding: base64");
        Line(string.Empty);
        Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Text), Base64FormattingOptions.InsertLineBreaks));
        return file.ToString();
    }

    internal static MailFile Read(string name, string content)
    {
        var split = content.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = content[..split].Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");
        string Header(string start) => headers.First(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];
        return new MailFile(
            name,
            Header(AddressHeader),
            Decode(Header(SubjectHeader)),
            Encoding.UTF8.GetString(Convert.FromBase64String(content[split..])),
            DateTimeOffset.ParseExact(
                Header(DateHeader), "ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    private static string Encode(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            word.Append(rune);
            if (word.Length < WordLength) continue;
            words.Add(word.ToString());
            word.Clear();
        }

        if (word.Length > 0) words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(x => WordStart + Convert.ToBase64String(Encoding.UTF8.GetBytes(x)) + WordEnd));
    }

    private static string Decode(string header) => string.Concat(header
        .Split(WordStart, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word[..word.IndexOf(WordEnd, StringComparison.Ordinal)]))));

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c) && char.IsAscii(c)));
}

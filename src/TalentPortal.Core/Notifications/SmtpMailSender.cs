using System.Net;
using System.Net.Mail;
using System.Text;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>Sends through an SMTP server. The one class to replace when MailKit can be had.</summary>
/// <param name="settings">Which server.</param>
internal sealed class SmtpMailSender(MailSettings settings) : IMailTransport
{
    /// <inheritdoc />
    public async Task<Result> SendAsync(Mail mail, CancellationToken ct)
    {
        if (!MailAddress.TryCreate(mail.Address, mail.Name, Encoding.UTF8, out var to)) return new MailAddressUnusable();
        using var message = Compose(mail, to);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.EnableTls };
        if (settings.UserName.Length > 0) client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return Result.Success;
        }
        catch (SmtpException refused) when (IsFinal(refused))
        {
            return new MailboxRefused((int)refused.StatusCode);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not finish within {settings.TimeoutSeconds} seconds.", late);
        }
    }

    private MailMessage Compose(Mail mail, MailAddress to)
    {
        var message = new MailMessage(new MailAddress(settings.From, settings.FromName, Encoding.UTF8), to)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>RFC 5321: 5yz about the mailbox is final; everything else, above all a server that is away, may pass.</summary>
    private static bool IsFinal(SmtpException refused) => refused is SmtpFailedRecipientException
        && refused.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed
            or SmtpStatusCode.UserNotLocalTryAlternatePath;
}

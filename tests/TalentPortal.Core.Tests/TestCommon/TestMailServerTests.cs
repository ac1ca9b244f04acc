using System.Net.Mail;
using TalentPortal.TestCommon.Mail;
using Xunit;

namespace TalentPortal.Core.Tests.TestCommon;

public sealed class TestMailServerTests(TestMailServer server) : IClassFixture<TestMailServer>
{
    [Fact]
    public async Task WaitForAsync_MailWasSent_GivesWhatArrived()
    {
        using var client = new SmtpClient(server.Host, server.Port);
        using var mail = new MailMessage("portal@example.org", "talent@example.org", "\u8865\u6b63", "\u8fd8\u5dee 2 \u9879");
        mail.Headers.Add("Message-ID", "<case-1@portal>");
        await client.SendMailAsync(mail);

        var received = await server.WaitForAsync("talent@example.org");

        Assert.Equal("\u8865\u6b63", received.Subject);
        Assert.Equal("\u8fd8\u5dee 2 \u9879", received.Text.Trim());
        Assert.Equal("portal@example.org", received.From);
        Assert.Equal("<case-1@portal>", received.Headers["message-id"]);

        await server.ClearAsync();
        Assert.Empty(await server.ReadAllAsync());
    }
}

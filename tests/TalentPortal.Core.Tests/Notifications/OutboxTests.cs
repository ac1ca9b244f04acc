using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Tests.Accounts;
using TalentPortal.TestCommon.Mail;
using Xunit;

namespace TalentPortal.Core.Tests.Notifications;

/// <summary>Messages through a real SMTP server and back.</summary>
public sealed class OutboxTests(AccountHost host, TestMailServer mails) : IClassFixture<AccountHost>, IClassFixture<TestMailServer>
{
    private static readonly RetryRules Rules = RetryRules.Read(SeedFolder.Default, "mail");

    [Fact]
    public async Task RunDueAsync_ChineseReader_GetsChineseSubjectAndText()
    {
        await using var portal = Portal();
        var user = await host.UserAsync(displayName: "欧阳小兰");
        var message = await QueueAsync(user, MessageTemplates.AccountPasswordChanged);

        await SendAsync(portal);

        var mail = await mails.WaitForAsync(user.Email!);
        Assert.Equal("密码已经修改 · 雁山人才服务", mail.Subject);
        Assert.Contains("欧阳小兰，您好", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/account/forgotpassword", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"<{message.Id:N}@talent-portal>", mail.Headers["message-id"]);
        Assert.Equal("Sent", await StatusAsync(message));
    }

    [Fact]
    public async Task RunDueAsync_EnglishReader_GetsEnglish()
    {
        await using var portal = Portal();
        var user = await host.UserAsync(displayName: "Ann", culture: "en");
        await QueueAsync(user, MessageTemplates.AccountPasswordChanged);
        await SendAsync(portal);
        Assert.StartsWith("Dear Ann,", (await mails.WaitForAsync(user.Email!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunDueAsync_LineBreakInName_BringsNoHeaderOfItsOwn()
    {
        await using var portal = Portal();
        var user = await host.UserAsync();
        await host.ScalarAsync(
            "update portal_users set display_name = $2 where id = $1", user.Id, "x\r\nBcc: thief@example.org\r\n\r\nhello");
        await QueueAsync(user, MessageTemplates.AccountPasswordChanged);

        await SendAsync(portal);

        var mail = await mails.WaitForAsync(user.Email!);
        Assert.Equal([user.Email!], mail.To);
        Assert.False(mail.Headers.ContainsKey("bcc"));
        Assert.DoesNotContain(await mails.ReadAllAsync(), other => other.To.Contains("thief@example.org"));
        Assert.Contains("密码刚刚修改过", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunDueAsync_ServerDown_TriesAgainLaterUnderTheSameMessageId()
    {
        await using var down = Portal(port: 9);
        await using var up = Portal();
        var user = await host.UserAsync();
        var message = await QueueAsync(user, MessageTemplates.AccountPasswordChanged);

        Assert.Equal(1, await SendAsync(down));
        Assert.Equal("Pending", await StatusAsync(message));
        Assert.NotNull(await host.ScalarAsync("select last_error from outbox_messages where id = $1", message.Id));
        Assert.Equal(0, await SendAsync(up));

        host.Clock.Advance(Rules.FirstPause);
        Assert.Equal(1, await SendAsync(up));
        Assert.Equal($"<{message.Id:N}@talent-portal>", (await mails.WaitForAsync(user.Email!)).Headers["message-id"]);
        Assert.Equal("Sent", await StatusAsync(message));
    }

    [Fact]
    public async Task RunDueAsync_ServerDownForGood_GivesUpAndCanBeRetried()
    {
        await using var down = Portal(port: 9);
        var message = await QueueAsync(await host.UserAsync(), MessageTemplates.AccountPasswordChanged);
        for (var i = 0; i < Rules.Attempts; i++)
        {
            await SendAsync(down);
            host.Clock.Advance(Rules.LongestPause);
        }

        Assert.Equal("Failed", await StatusAsync(message));
        Assert.Equal(0, await SendAsync(down));
        Assert.True(await down.GetRequiredService<OutboxQueue>().RetryAsync(message.Id, CancellationToken.None));
        Assert.Equal("Pending", await StatusAsync(message));
        await host.ScalarAsync("delete from outbox_messages where id = $1", message.Id);
    }

    [Fact]
    public async Task RunDueAsync_TwoSenders_SendOneMail()
    {
        await using var one = Portal();
        await using var other = Portal();
        var user = await host.UserAsync();
        await QueueAsync(user, MessageTemplates.AccountPasswordChanged);

        var sent = await Task.WhenAll(SendAsync(one), SendAsync(other));

        Assert.Equal(1, sent.Sum());
        await mails.WaitForAsync(user.Email!);
        Assert.Single(await mails.ReadAllAsync(), mail => mail.To.Contains(user.Email!));
    }

    [Fact]
    public async Task RunDueAsync_PlaceWithoutValue_FailsAtOnceAndTellsTheCase()
    {
        await using var portal = Portal();
        var user = await host.UserAsync();
        var caseId = await CaseAsync();
        var message = OutboxMessage.To(user.Id, MessageTemplates.SupplementRequested, host.Clock.GetUtcNow(), caseId);
        await AddAsync(message);

        await SendAsync(portal);
        Assert.Equal("Failed", await StatusAsync(message));
        await portal.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await host.ScalarAsync("update jobs set status = 'Waiting', completed_at = null where case_id = $1", caseId);
        await portal.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(1L, await host.ScalarAsync(
            "select count(*) from operation_events where stream_id = $1 and type = 'MessageFailed'", caseId));
    }

    [Fact]
    public void FileTransport_WrittenMail_ReadsTheSame()
    {
        var mail = new Mail("abc@talent-portal", "li@example.org", "李小兰", "请补正：乡村人才认定（4503-11）很长很长很长很长很长的题目", "您好：\n第二行 😀");
        var read = MailFile.Read("abc", MailFile.Write(mail, host.Clock.GetUtcNow()));
        Assert.Equal((mail.Subject, mail.Text, mail.Address), (read.Subject, read.Text, read.Address));
        Assert.Equal(host.Clock.GetUtcNow(), read.SentAt);
        Assert.All(MailFile.Write(mail, host.Clock.GetUtcNow()).Split("\r\n"), line => Assert.InRange(line.Length, 0, 90));
    }

    private static Task<int> SendAsync(ServiceProvider portal) =>
        portal.GetRequiredService<OutboxSender>().RunDueAsync(CancellationToken.None);

    private ServiceProvider Portal(int? port = null) => host.Build(new Dictionary<string, string?>
    {
        ["Portal:Smtp:Host"] = mails.Host,
        ["Portal:Smtp:Port"] = (port ?? mails.Port).ToString(CultureInfo.InvariantCulture),
        ["Portal:Smtp:From"] = "portal@example.org",
    });

    private async Task<OutboxMessage> QueueAsync(PortalUser user, string template)
    {
        var message = OutboxMessage.To(user.Id, template, host.Clock.GetUtcNow());
        await AddAsync(message);
        return message;
    }

    private async Task AddAsync(OutboxMessage message)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Add(message);
        await db.SaveChangesAsync();
    }

    private async Task<Guid> CaseAsync()
    {
        await host.OrganisationAsync();
        var id = Ids.New();
        await host.ScalarAsync(
            "insert into cases (id, kind, district_id, audit_head, created_at) values ($1, 'Application', 1, $2, $3)",
            id,
            new byte[32],
            host.Clock.GetUtcNow());
        return id;
    }

    private Task<object?> StatusAsync(OutboxMessage message) =>
        host.ScalarAsync("select status from outbox_messages where id = $1", message.Id);
}

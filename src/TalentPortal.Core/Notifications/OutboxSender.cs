using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>Sends due messages, one after the other, until the portal stops.</summary>
/// <param name="queue">Where they come from.</param>
/// <param name="transport">Where they go.</param>
/// <param name="scopes">Each message is composed in a scope of its own.</param>
/// <param name="signal">Says that there may be messages before the next look.</param>
/// <param name="logger">Told of failures, without addresses.</param>
public sealed class OutboxSender(
    OutboxQueue queue, IMailTransport transport, IServiceScopeFactory scopes, WorkSignal signal, ILogger<OutboxSender> logger)
    : QueueWorker(signal, logger)
{
    /// <inheritdoc />
    public override async Task<int> RunDueAsync(CancellationToken ct)
    {
        var count = 0;
        while (await queue.TakeAsync(ct) is { } message)
        {
            await SendAsync(message, ct);
            count++;
        }

        return count;
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            var result = await ComposeAndSendAsync(message, ct);
            if (result.Succeeded) await queue.SentAsync(message, ct);
            else await FailAsync(message, result.Refusal.ToString(), isFinal: true, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await queue.ReleaseAsync(message);
            throw;
        }
        catch (Exception failure)
        {
            await FailAsync(message, $"{failure.GetType().Name}: {(failure.InnerException ?? failure).Message}", isFinal: false, ct);
        }
    }

    private async Task<Result> ComposeAndSendAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mail = await scope.ServiceProvider.GetRequiredService<MessageComposer>().ComposeAsync(message, ct);
        return mail.Succeeded ? await transport.SendAsync(mail.Value, ct) : mail.ToResult();
    }

    private async Task FailAsync(OutboxMessage message, string error, bool isFinal, CancellationToken ct)
    {
        var isGivenUp = await queue.FailAsync(message, error, isFinal, ct);
        logger.Log(isGivenUp ? LogLevel.Error : LogLevel.Warning,
            "Message {MessageId} ({Template}) was not sent at attempt {Attempt}{End}: {Error}",
            message.Id, message.Template, message.Attempts, isGivenUp ? "; given up" : "", error);
    }
}

using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Accounts;

/// <summary>Queues account mails, each at most once a minute, so that nobody's mailbox can be flooded through a form.</summary>
/// <param name="db">Where to.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AccountMails(PortalDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Adds the mail to the context's next save, unless one like it was queued a moment ago.</summary>
    public async Task AddAsync(PortalUser user, string template, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(user);
        var now = time.GetUtcNow();
        var since = now - Pause;
        var isRecent = await db.Set<OutboxMessage>()
            .AnyAsync(x => x.RecipientId == user.Id && x.Template == template && x.CreatedAt > since && x.CreatedAt <= now, ct);
        if (!isRecent) db.Add(OutboxMessage.To(user.Id, template, now));
    }
}

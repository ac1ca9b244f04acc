using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Accounts;

/// <summary>What account services do after a change.</summary>
/// <param name="Mails">Tell the holder.</param>
/// <param name="Trace">Tell the audit.</param>
/// <param name="Signal">Tell the sender.</param>
public sealed record AccountFollowUp(AccountMails Mails, AccountTrace Trace, WorkSignal Signal)
{
    /// <summary>Lets the sender look now.</summary>
    public void Wake() => Signal.Raise();
}

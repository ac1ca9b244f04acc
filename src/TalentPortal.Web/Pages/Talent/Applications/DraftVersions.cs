using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Pages.Talent.Applications;

/// <summary>Tells the author of a draft what a new version of the item changed, and notes that it was looked over.</summary>
public sealed class DraftVersions(ItemChanges changes, ApplicationDrafts drafts, TimeProvider time)
{
    /// <summary>What changed since the author last looked; empty when nothing did.</summary>
    public async Task<IReadOnlyList<ItemChange>> ChangesAsync(OwnApplication own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        return own is { IsDraft: true, IsNewVersion: true }
            ? await changes.BetweenAsync(own.Row.ServiceItemVersionId, own.Version.Id, ct)
            : [];
    }

    /// <summary>Notes that the author has looked it over.</summary>
    public Task<Result> LookOverAsync(Actor actor, OwnApplication own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        return drafts.LookOverAsync(actor, own.Row.CaseId, Begin(Guid.Empty, "DraftLookingOver", actor), ct);
    }

    /// <summary>An operation of the author, now.</summary>
    public Operation Begin(Guid id, string type, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Operation.Begin(id, type, actor.UserId, role: null, time);
    }
}

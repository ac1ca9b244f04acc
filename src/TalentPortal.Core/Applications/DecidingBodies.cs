using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Applications;

/// <summary>
/// What kind of body decided, and so which appeal is open: a government's decision goes to administrative review or court, a party
/// organ's to its own re-check.
/// </summary>
public sealed class DecidingBodies(OrganisationDirectory organisations)
{
    /// <summary>The kind of the unit that decided; the item's own where no unit did, or the unit is neither.</summary>
    public async ValueTask<DecidingBodyKind> KindAsync(ServiceItem item, Guid? unitId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        return unitId is { } id && await organisations.FindAsync(id, ct) is { DecidingBodyKind: { } kind }
            ? Enum.Parse<DecidingBodyKind>(kind)
            : item.DecidingBody;
    }

    /// <summary>The appeal text against a decision of a unit.</summary>
    public async ValueTask<LocalizedText> AppealAsync(ServiceItem item, Guid? unitId, CancellationToken ct) =>
        item.AppealAgainst(await KindAsync(item, unitId, ct));
}

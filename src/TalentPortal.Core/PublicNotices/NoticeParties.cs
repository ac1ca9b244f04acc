using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Whom and what a notice names: the service item, the publisher, the person's place.</summary>
public sealed class NoticeParties(ServiceItems items, OrganisationDirectory organisations)
{
    /// <summary>The item that the case pins.</summary>
    public async ValueTask<ServiceItem> ItemAsync(CaseWork work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return (await items.VersionAsync(work.Rows<Application>().Single().ServiceItemVersionId, ct)).Item;
    }

    /// <summary>A step of the item's guide.</summary>
    /// <exception cref="InvalidOperationException">There is no such step.</exception>
    public static GuideStep StepOf(ServiceItem item, string code)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Guide.Steps.FirstOrDefault(step => step.Code == code)
            ?? throw new InvalidOperationException($"The guide of {item.Code} v{item.Version} has no step '{code}'.");
    }

    /// <summary>Who publishes: the village of the case, or the unit that the definition names.</summary>
    /// <exception cref="InvalidOperationException">There is no such unit.</exception>
    public async ValueTask<OrganisationEntry> PublisherAsync(CaseWork work, NoticeKind kind, string? unit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var found = kind is NoticeKind.District
            ? await organisations.FindAsync(unit ?? "", ct)
            : work.Rows<Application>().Single().VillageOrganisationId is { } village ? await organisations.FindAsync(village, ct) : null;
        return found ?? throw new InvalidOperationException($"Nobody can publish the {kind} notice ({unit}).");
    }

    /// <summary>The code of the village, else the town, under which the person is published; null when neither is known.</summary>
    public async ValueTask<string?> PlaceAsync(CaseWork work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var application = work.Rows<Application>().Single();
        return (application.VillageOrganisationId ?? application.TownOrganisationId) is { } place
            ? (await organisations.FindAsync(place, ct))?.Code
            : null;
    }
}

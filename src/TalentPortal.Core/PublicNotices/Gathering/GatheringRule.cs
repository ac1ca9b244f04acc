using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>Where a notice is published and at which step.</summary>
/// <param name="Kind">Village or district.</param>
/// <param name="OrganisationId">Who publishes it.</param>
/// <param name="Step">The step of the guide.</param>
public sealed record NoticePlace(NoticeKind Kind, Guid OrganisationId, string Step);

/// <summary>Whether a case waits to be published with others, and that it does.</summary>
public sealed class GatheringRule(ParameterTable parameters, PortalTimeZone zone)
{
    private const string Parameter = "notice.gather";

    /// <summary>Whether it waits.</summary>
    public bool Gathers(GatherPolicy policy) =>
        policy is GatherPolicy.Always || (policy is GatherPolicy.Office && parameters.Flag(Parameter, zone.Today));

    /// <summary>Puts the case on the list of the office that publishes it.</summary>
    public static void MakeReady(CaseWork work, NoticePlace place, string bookmarkId, NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(facts);
        var ready = work.Rows<ReadyEntry>().Add(new ReadyEntry
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            BookmarkId = bookmarkId,
            Kind = place.Kind,
            OrganisationId = place.OrganisationId,
            Step = place.Step,
            Facts = facts.ToJson(),
            ReadyAt = work.Now,
        });
        work.Rows<Application>().Replace(work.Rows<Application>().Single() with { Stage = place.Step });
        work.Record("NoticeReady", ("entry", ready.Id), ("kind", place.Kind.ToString()));
    }

    /// <summary>Takes cases off the list: they ended or went back.</summary>
    public static void Cancel(CaseWork work, Func<string, bool> isGone)
    {
        ArgumentNullException.ThrowIfNull(work);
        var rows = work.Rows<ReadyEntry>();
        foreach (var gone in rows.Where(row => row.Status is ReadyEntryStatus.Ready && isGone(row.BookmarkId)).ToList())
        {
            rows.Replace(gone with { Status = ReadyEntryStatus.Cancelled, ClosedAt = work.Now });
            work.Record("NoticeNoLongerReady", ("entry", gone.Id));
        }
    }
}

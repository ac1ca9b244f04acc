using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Web.Pages.Public.Services;

/// <summary>A service item as lists of services show it.</summary>
/// <param name="Key">The last part of its address.</param>
/// <param name="Name">Name in the reader's language.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="PromisedDays">Working days promised.</param>
/// <param name="IsUnverified">Whether those days are nobody's rule yet.</param>
/// <param name="Papers">How many papers an applicant must hand in.</param>
public sealed record ServiceCard(string Key, string Name, string Summary, string Icon, int PromisedDays, bool IsUnverified, int Papers)
{
    /// <summary>The card of an item today.</summary>
    public static ServiceCard Of(ServiceItem item, RuleContexts rules)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rules);
        var promised = item.Guide.Promised;
        return new ServiceCard(item.Key, item.Name.ToString(), item.Summary.ToString(),
            item.Score is null ? "message-circle" : "certificate",
            rules.Days(promised.WorkingDays), promised.Origin.Provenance.IsUnverified(),
            item.Materials.Count(material => material is { UploadedByApplicant: true, Optional: false }));
    }
}

using System.Text.Json;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Applications.Unlisted;

/// <summary>
/// Fills cases of service items that no list shows: the portal writes the form, nobody drafts it. The caller opens the case, links what
/// belongs to it and starts the item's workflow.
/// </summary>
public sealed class UnlistedCases(ServiceItems items, SecretBox secrets, CaseNumbering numbering, PortalTimeZone zone)
{
    /// <summary>An item's newest version.</summary>
    /// <exception cref="InvalidOperationException">It was never loaded.</exception>
    public ServiceItemVersion ItemOf(string key) =>
        items.Find(key) ?? throw new InvalidOperationException($"There is no service item '{key}'.");

    /// <summary>Fills the new case and numbers it.</summary>
    /// <returns>The version under which it was filled.</returns>
    /// <exception cref="InvalidOperationException">The item's form does not take these answers.</exception>
    public async Task<ServiceItemVersion> FillAsync(CaseWork work, UnlistedRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(request);
        var version = ItemOf(request.ItemKey);
        work.Rows<Application>().Add(Application(work, request, version));
        await numbering.NumberAsync(work, version.Item.Code, zone.DateOf(work.Now), ct);
        return version;
    }

    private Application Application(CaseWork work, UnlistedRequest request, ServiceItemVersion version) => new()
    {
        CaseId = work.CaseId,
        ServiceItemCode = version.Item.Code,
        ServiceItemVersionId = version.Id,
        Status = ApplicationStatus.Submitted,
        SubjectPersonId = request.SubjectPersonId,
        SubjectName = request.SubjectName,
        CreatedBy = request.Author,
        SubmittedBy = request.Author,
        OnBehalfBasis = request.FilledByText is { } text ? version.Item.Texts[text].Zh : null,
        Answers = secrets.Close(work, version.Item, Bound(version.Item, request)),
        CreatedAt = work.Now,
        SavedAt = work.Now,
        SubmittedAt = work.Now,
    };

    private static FormAnswers Bound(ServiceItem item, UnlistedRequest request)
    {
        var bound = AnswerBinder.FromJson(item.Form.Fields, JsonSerializer.SerializeToElement(request.Answers));
        return bound.Errors.Count == 0 ? bound.Answers
            : throw new InvalidOperationException($"The form of {item.Key} does not take what was filled in: {bound.Errors[0].Path}.");
    }
}

using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>
/// Asks the rules of service items what they say of answers that somebody gave before: those of the last application for the same item,
/// else what any application says of the person. Nothing is guessed: what was never answered stays unknown.
/// </summary>
public sealed class DueServices(PortalDbContext db, ServiceItems items, SecretBox secrets, RuleContexts rules, PortalTimeZone zone)
{
    private const int MostLookedAt = 50;

    /// <summary>
    /// Items with rules that take applications today, that the reader has neither had nor asked for, and of which something is known.
    /// </summary>
    public async Task<IReadOnlyList<DueService>> OfAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var ruled = items.Listed.Select(version => version.Item)
            .Where(item => item.Eligibility.Count > 0 && item.Window.CheckOpen(zone.Today).Succeeded).ToList();
        if (ruled.Count == 0) return [];
        var earlier = await EarlierAsync(actor, ct);
        var found = new List<DueService>();
        foreach (var item in ruled)
        {
            if (earlier.Exists(one => one.ServiceItemCode == item.Code && HasOrAsked(one))) continue;
            var same = earlier.Find(one => one.ServiceItemCode == item.Code);
            if ((same ?? earlier.FirstOrDefault()) is { } source && await AskAsync(item, source, same is null, ct) is { } due)
                found.Add(due);
        }

        return found;
    }

    private static bool HasOrAsked(Application one) =>
        one.Status is ApplicationStatus.Approved || ApplicationStatuses.Open.Contains(one.Status);

    /// <summary>The reader's own applications and drafts with answers, the newest first.</summary>
    private async Task<List<Application>> EarlierAsync(Actor actor, CancellationToken ct)
    {
        var (user, person) = (actor.UserId, actor.PersonId);
        var found = await db.Applications.AsNoTracking()
            .Where(one => (person != null && one.SubjectPersonId == person)
                || (one.Status == ApplicationStatus.Draft && one.CreatedBy == user && one.OnBehalfBasis == null))
            .OrderByDescending(one => one.SubmittedAt ?? one.SavedAt)
            .ThenByDescending(one => one.CaseId).Take(MostLookedAt).ToListAsync(ct);
        return [.. found.Where(one => one.Answers != "{}")];
    }

    private async Task<DueService?> AskAsync(ServiceItem item, Application source, bool onlyPerson, CancellationToken ct)
    {
        var was = (await items.VersionAsync(source.ServiceItemVersionId, ct)).Item;
        var kept = await db.Set<ApplicationSecret>().AsNoTracking().Where(row => row.CaseId == source.CaseId).ToListAsync(ct);
        var answers = Fit(item, was, secrets.Open(was, source.Answers, kept), onlyPerson);
        var files = onlyPerson
            ? new Dictionary<string, int>(StringComparer.Ordinal)
            : await db.Set<CaseMaterial>().AsNoTracking().Where(row => row.CaseId == source.CaseId)
            .GroupBy(row => row.Code).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
        var context = rules.For(item);
        var result = EligibilityChecker.Check(context, RuleInputs.Of(context, answers, FormAnswers.Empty, files));
        return result.Findings.All(finding => finding.Outcome is Truth.Unknown) ? null
            : new DueService(item, result, zone.DateOf(source.SubmittedAt ?? source.SavedAt));
    }

    /// <summary>
    /// The answers that the item of today asks for in the same way. What is about the person is the same in every form; the rest is not.
    /// </summary>
    private static FormAnswers Fit(ServiceItem item, ServiceItem was, FormAnswers answers, bool onlyPerson) => item.Form.Fields
        .Where(field => was.Form.Find(field.Code)?.Type == field.Type && (!onlyPerson || field.Type is FieldType.Person))
        .Aggregate(FormAnswers.Empty, (fitting, field) => fitting.With(field.Code, answers.Values.GetValueOrDefault(field.Code)));
}

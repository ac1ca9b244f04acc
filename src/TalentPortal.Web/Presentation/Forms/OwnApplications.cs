using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Core.Standards;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Reads drafts and cases for their author. What is somebody else's is not found.</summary>
public sealed class OwnApplications(PortalDbContext db, ServiceItems items, SecretBox secrets)
{
    /// <summary>By its key; null when there is none of this author.</summary>
    public async Task<OwnApplication?> FindAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await (from application in db.Applications.AsNoTracking()
                           join file in db.Cases.AsNoTracking() on application.CaseId equals file.Id
                           where application.CaseId == caseId && application.CreatedBy == actor.UserId
                           select new { Row = application, file.Number }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var links = await (from link in db.Set<CaseMaterial>().AsNoTracking()
                           join material in db.Set<Material>().AsNoTracking() on link.MaterialId equals material.Id
                           where link.CaseId == caseId && material.RemovedAt == null
                           orderby link.LinkedAt, link.MaterialId
                           select new { link, material }).ToListAsync(ct);
        return new OwnApplication(found.Row, found.Number, await VersionAsync(found.Row, ct), [.. links.Select(l => (l.link, l.material))]);
    }

    /// <summary>By its number, with or without hyphens, or its key; null when there is none of this author.</summary>
    public async Task<OwnApplication?> FindAsync(Actor actor, string numberOrKey, CancellationToken ct)
    {
        if (Guid.TryParse(numberOrKey, out var key)) return await FindAsync(actor, key, ct);
        if (CaseNumber.Parse(numberOrKey) is not { Succeeded: true } number) return null;
        var value = number.Value.Value;
        var caseId = await db.Cases.AsNoTracking().Where(file => file.Number == value)
            .Select(file => (Guid?)file.Id).SingleOrDefaultAsync(ct);
        return caseId is { } id ? await FindAsync(actor, id, ct) : null;
    }

    /// <summary>The answers with their secrets in place, for rules and checks; never for showing.</summary>
    public async Task<FormAnswers> OpenAsync(OwnApplication own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.Item.SensitiveFields.Count == 0) return own.Answers;
        var rows = await db.Set<ApplicationSecret>().AsNoTracking().Where(secret => secret.CaseId == own.Row.CaseId).ToListAsync(ct);
        return secrets.Open(own.Item, own.Row.Answers, rows);
    }

    private async ValueTask<ServiceItemVersion> VersionAsync(Application row, CancellationToken ct)
    {
        var pinned = await items.VersionAsync(row.ServiceItemVersionId, ct);
        return row.Status is ApplicationStatus.Draft ? items.Find(row.ServiceItemCode) ?? pinned : pinned;
    }
}

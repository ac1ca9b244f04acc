using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Api;

/// <summary>An application as the API shows it.</summary>
/// <param name="Number">The case number, 32 characters.</param>
/// <param name="ServiceItem">Code of the service item.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Step">Code of the step it is in; null when closed.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="DueOn">By when it is to be decided; null before the time runs.</param>
/// <param name="Answers">The answers by field code; what is sensitive is masked.</param>
/// <param name="Materials">Its files.</param>
/// <param name="Tasks">The tasks that wait now.</param>
internal sealed record ApplicationView(
    string Number, string ServiceItem, ApplicationStatus Status, string? Step, DateTimeOffset? SubmittedAt, DateOnly? DueOn,
    JsonElement Answers, IReadOnlyList<ApplicationMaterial> Materials, IReadOnlyList<TaskReference> Tasks);

/// <summary>A file of an application.</summary>
/// <param name="Id">The material.</param>
/// <param name="Code">For which material of the service item it stands.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="SizeBytes">Bytes.</param>
internal sealed record ApplicationMaterial(Guid Id, string Code, string ContentType, long SizeBytes);

/// <summary>Reads applications for the API: one's own whole, others as far as one's roles go.</summary>
internal sealed class ApplicationReads(
    PortalDbContext db, OwnApplications own, CaseVisibility visibility, ReviewQuery reviews, CaseFileQuery files)
{
    /// <summary>By its number, with or without hyphens; null where it is not the reader's to see.</summary>
    public async Task<ApplicationView?> FindAsync(Actor actor, string number, CancellationToken ct)
    {
        if (CaseNumber.Parse(number) is not { Succeeded: true } parsed) return null;
        var value = parsed.Value.Value;
        var caseId = await db.Cases.AsNoTracking().Where(row => row.Number == value).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct);
        if (caseId is not { } id) return null;
        return await own.FindAsync(actor, id, ct) is { } mine ? await OwnAsync(mine, value, ct) : await OfOfficerAsync(actor, id, ct);
    }

    private async Task<ApplicationView> OwnAsync(OwnApplication mine, string number, CancellationToken ct)
    {
        var promise = await db.Deadlines.AsNoTracking()
            .FirstOrDefaultAsync(row => row.CaseId == mine.Row.CaseId && row.Kind == DeadlineKind.Promise, ct);
        return new ApplicationView(
            number, mine.Row.ServiceItemCode, mine.Row.Status, mine.Row.Stage, mine.Row.SubmittedAt, promise?.DueOn,
            Json(mine.Answers),
            [.. mine.Files.Select(file =>
                new ApplicationMaterial(file.Material.Id, file.Link.Code, file.Material.ContentType, file.Material.SizeBytes))],
            await TasksAsync(mine.Row.CaseId, ct));
    }

    private async Task<ApplicationView?> OfOfficerAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        if (!actor.IsStaff) return null;
        var reach = await reviews.ReachAsync(actor, visibility, caseId, ct);
        if (await files.ReadAsync(caseId, reach, ct) is not { } file) return null;
        return new ApplicationView(
            file.Number, file.Item.Code, file.Status, file.Stage, file.SubmittedAt, file.Clock?.DueOn, Json(file.Answers),
            [.. file.Materials.Select(material =>
                new ApplicationMaterial(material.Id, material.Code, material.ContentType, material.SizeBytes))],
            await TasksAsync(caseId, ct));
    }

    private async Task<IReadOnlyList<TaskReference>> TasksAsync(Guid caseId, CancellationToken ct) =>
        await db.ReviewTasks.AsNoTracking()
            .Where(task => task.CaseId == caseId && (task.Status == ReviewTaskStatus.Open || task.Status == ReviewTaskStatus.Claimed))
            .OrderBy(task => task.CreatedAt).ThenBy(task => task.Position).ThenBy(task => task.Id)
            .Select(task => new TaskReference(task.Id, task.StepCode)).ToListAsync(ct);

    private static JsonElement Json(FormAnswers answers)
    {
        using var document = JsonDocument.Parse(answers.ToJson());
        return document.RootElement.Clone();
    }
}

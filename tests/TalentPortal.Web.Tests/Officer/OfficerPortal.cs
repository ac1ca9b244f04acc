using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>A portal with builders that go through the real services.</summary>
public sealed class OfficerPortal : PortalFactory
{
    public const string YanshanTown = "450311100";
    public const string ZhemuTown = "450311101";

    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<Actor> ActorAsync(string userName)
    {
        await using var scope = Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Users.Where(user => user.UserName == userName)
            .Select(user => user.Id).SingleAsync();
        return (await Get<ActorCache>().FindAsync(id, CancellationToken.None))!;
    }

    /// <summary>Hands in a question of the demonstration's talent, for a town or (null) for the talent office.</summary>
    public async Task<SubmissionReceipt> SubmitAsync(string? town = YanshanTown, string name = "Li Xiaolan", bool withPicture = false)
    {
        var talent = await ActorAsync("talent@demo");
        var answers = JsonSerializer.SerializeToElement(new
        {
            kind = "question",
            topic = "card",
            title = "Where is the card shown",
            details = "A question about the card.",
            acceptedBy = town is null ? "talentOffice" : "town",
            town,
            onBehalfOf = "self",
            contact = new { name, phone = "13877312345" },
        });
        var materials = withPicture ? new[] { await UploadAsync(talent) } : [];
        var result = await Get<SubmissionService>().SubmitAsync(
            talent, new DirectSubmission("RC320001", answers, materials, OnBehalfBasis: null), Begin(talent, "ApplicationSubmitting"), CancellationToken.None);
        return result.Value;
    }

    /// <summary>The clocks of a case.</summary>
    public async Task<IReadOnlyList<CaseDeadline>> DeadlinesAsync(Guid caseId)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Deadlines.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync();
    }

    public async Task<DecisionReceipt> DecideAsync(string userName, Guid taskId, string outcome, string reason = "", params SupplementGap[] gaps)
    {
        var actor = await ActorAsync(userName);
        var decision = new ReviewDecision(taskId, outcome, reason, new Dictionary<string, decimal>(StringComparer.Ordinal), gaps);
        return (await Get<ReviewService>().DecideAsync(actor, decision, Begin(actor, "ReviewTaskDeciding"), CancellationToken.None)).Value;
    }

    public async Task ClaimAsync(string userName, Guid taskId)
    {
        var actor = await ActorAsync(userName);
        var result = await Get<ReviewService>().ClaimAsync(actor, taskId, Begin(actor, "TaskClaiming"), CancellationToken.None);
        if (!result.Succeeded) throw new InvalidOperationException(result.Refusal.Key);
    }

    /// <summary>The tasks of a case that wait.</summary>
    public async Task<Guid> OpenTaskAsync(Guid caseId) =>
        (Guid)(await Database.ScalarAsync("select id from review_tasks where case_id = $1 and status in ('Open', 'Claimed')", caseId))!;

    private async Task<Guid> UploadAsync(Actor talent)
    {
        var upload = new MaterialUpload
        {
            OwnerUserId = talent.UserId,
            Code = "attachment",
            FileName = "photo.png",
            DeclaredBytes = Picture.Length,
            TrustLevel = TrustLevel.C,
            Quota = new UploadQuota(100, 100_000_000, Clock.GetUtcNow().AddDays(-1)),
        };
        using var content = new MemoryStream(Picture);
        return (await Get<MaterialStore>().AddAsync(upload, content, CancellationToken.None)).Value.Id;
    }

    private Operation Begin(Actor actor, string type) =>
        Operation.Begin(Guid.NewGuid(), type, actor.UserId, actor.Appointments is [var held, ..] ? held.Role.ToString() : null, Get<TimeProvider>());
}

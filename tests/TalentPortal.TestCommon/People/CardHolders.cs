using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Files;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.TestCommon.People;

/// <summary>A card and who holds it.</summary>
/// <param name="Talent">The holder, with person.</param>
/// <param name="ApplicationCaseId">The application.</param>
/// <param name="CardId">The card's case; empty where there is none yet.</param>
public sealed record HeldCard(Actor Talent, Guid ApplicationCaseId, Guid CardId);

/// <summary>Talent cards, made through the real services with the accounts of the demonstration.</summary>
/// <param name="portal">Where.</param>
public sealed class CardHolders(PortalFactory portal)
{
    private const string Office = "office@demo";

    // A white pixel.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

    /// <summary>A talent holds a card: applied, checked, granted, issued by the job.</summary>
    /// <param name="bases">Further answers, for example <c>"degree": "2"</c>.</param>
    /// <param name="talent">Who; a new account when left out.</param>
    /// <param name="citizenId">Whose number; a new person's when left out.</param>
    public async Task<HeldCard> IssueAsync(string bases = "\"degree\": \"2\"", Actor? talent = null, string? citizenId = null)
    {
        var applied = await ApplyAsync(bases, talent, citizenId);
        await GrantAsync(applied.ApplicationCaseId);
        await portal.RunJobsAsync();
        var card = await portal.Database.ScalarAsync("select case_id from talent_cards where application_case_id = $1", applied.ApplicationCaseId);
        return applied with { CardId = card as Guid? ?? Guid.Empty };
    }

    /// <summary>A talent applies.</summary>
    public async Task<HeldCard> ApplyAsync(string bases = "\"degree\": \"2\"", Actor? talent = null, string? citizenId = null)
    {
        talent ??= await new TestPeople(portal.Services).TalentAsync();
        using var answers = JsonDocument.Parse($$"""
            { "person": { "name": "Qin Xiaohe", "citizenId": "{{citizenId ?? RecognitionForms.NextCitizenId()}}", "phone": "13812345678" },
              {{(bases.Length == 0 ? "" : bases + ",")}} "venueScenic": true, "venueBus": true, "venueGym": false, "commitment": true }
            """);
        var materials = new List<Guid> { await UploadAsync(talent, "portrait") };
        foreach (var (field, proof) in new[] { ("degree", "degreeProof"), ("title", "titleProof"), ("honour", "honourProof") })
        {
            if (answers.RootElement.TryGetProperty(field, out _)) materials.Add(await UploadAsync(talent, proof));
        }

        var result = await portal.Services.GetRequiredService<SubmissionService>().SubmitAsync(
            talent, new DirectSubmission("talent-card", answers.RootElement, materials, OnBehalfBasis: null), Begin("ApplicationSubmitting", talent), default);
        Assert.True(result.Succeeded, result.Refusal is AnswersInvalid invalid
            ? string.Join("; ", invalid.Errors.Select(error => $"{error.Path}: {error.Refusal}")) : result.Refusal?.ToString());
        return new HeldCard((await portal.Services.GetRequiredService<ActorCache>().FindAsync(talent.UserId, default))!, result.Value.CaseId, Guid.Empty);
    }

    /// <summary>The office checks identity and grounds, and grants.</summary>
    public async Task GrantAsync(Guid caseId)
    {
        await DecideAsync(caseId, "identity", "Accept", """{ "photoMatches": true, "groundChecked": true }""");
        await DecideAsync(caseId, "issue", "Approve");
    }

    /// <summary>Answers the task of a step.</summary>
    public async Task DecideAsync(Guid caseId, string step, string outcome, string? fields = null)
    {
        var officer = await new TestPeople(portal.Services).DemoAsync(Office);
        var task = (Guid)(await portal.Database.ScalarAsync(
            "select id from review_tasks where case_id = $1 and step_code = $2 and status in ('Open', 'Claimed')", caseId, step))!;
        using var entered = JsonDocument.Parse(fields ?? "{}");
        var decided = await portal.Services.GetRequiredService<ReviewService>().DecideAsync(officer,
            new ReviewDecision(task, outcome, "", new Dictionary<string, decimal>(StringComparer.Ordinal), [])
            {
                Fields = fields is null ? null : asked => AnswerBinder.FromJson(asked, entered.RootElement),
            }, Begin("ReviewTaskDeciding", officer), default);
        Assert.True(decided.Succeeded, $"{step} {outcome}: {decided.Refusal}");
    }

    /// <summary>An operation of an account, now.</summary>
    public Operation Begin(string type, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Services.GetRequiredService<TimeProvider>());
    }

    /// <summary>Uploads a proof.</summary>
    public async Task<Guid> UploadAsync(Actor talent, string code)
    {
        ArgumentNullException.ThrowIfNull(talent);
        using var content = new MemoryStream(Picture);
        var added = await portal.Services.GetRequiredService<MaterialStore>().AddAsync(new MaterialUpload
        {
            OwnerUserId = talent.UserId,
            Code = code,
            FileName = code + ".png",
            TrustLevel = TrustLevel.C,
            Quota = new UploadQuota(int.MaxValue, long.MaxValue, DateTimeOffset.UnixEpoch),
        }, content, default);
        return added.Value.Id;
    }
}

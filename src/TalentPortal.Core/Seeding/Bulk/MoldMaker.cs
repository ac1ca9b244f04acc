using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Makes the molds: each begins some weeks ago, and a working day passes before each thing that happens to it.</summary>
internal sealed class MoldMaker(
    MoldDesk desk, ActorCache actors, MaterialStore materials, SeedFolder files,
    (BulkClock Clock, PortalTimeZone Zone, WorkingCalendar Calendar) time)
{
    // Before the longest way a mold goes, lapse included.
    private const int BeginsBeforeWorkingDays = 60;
    private const int FirstHour = 9;
    private static readonly UploadQuota Quota = new(int.MaxValue, long.MaxValue, DateTimeOffset.UnixEpoch);
    private readonly Dictionary<(Guid, string), Guid> uploaded = [];

    /// <summary>Makes one.</summary>
    /// <param name="recipe">Its way.</param>
    /// <param name="person">Whom it is about; nobody of the copies.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="by">Who acts, in which words.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The case.</returns>
    public async Task<Guid> MakeAsync(
        MoldRecipe recipe, BulkPerson person, BulkQuestion question, (BulkStaff Staff, BulkMaterial Texts) by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var (staff, texts) = by;
        var isRecognition = recipe.Place.Kind is OrganisationKind.Village;
        var applicant = await ActorAsync(
            isRecognition ? staff.First(recipe.Place.Id, PortalRole.VillageAssistant) : staff.Applicants[0], ct);
        var before = time.Clock.Get();
        try
        {
            var on = time.Calendar.AddWorkingDays(time.Zone.Today, -BeginsBeforeWorkingDays).On;
            MoveTo(on);
            var basis = isRecognition ? texts.OnBehalfBasis : null;
            var values = Values(recipe, person, question);
            if (recipe.IsDraft) return await desk.DraftAsync(applicant, recipe.Item, basis, ct);
            var caseId = await desk.SubmitAsync(applicant, new DirectSubmission(recipe.Item,
                BulkMaterial.Fill(isRecognition ? texts.Recognition : texts.Consultation, values),
                isRecognition ? await UploadAsync(applicant, ct) : [], basis), ct);
            foreach (var move in recipe.Moves)
            {
                on = time.Calendar.AddWorkingDays(on, move is MoldMove.Wait wait ? wait.WorkingDays : 1).On;
                MoveTo(on);
                await GoAsync(move, caseId, applicant, by, ct);
            }

            return caseId;
        }
        finally
        {
            time.Clock.Set(before);
        }
    }

    private async Task GoAsync(MoldMove move, Guid caseId, Actor applicant, (BulkStaff Staff, BulkMaterial Texts) by, CancellationToken ct)
    {
        switch (move)
        {
            case MoldMove.Claim claim:
                await desk.ClaimAsync(await ActorAsync(by.Staff.First(claim.Unit.Id, claim.Role), ct), caseId, claim.Step, ct);
                break;
            case MoldMove.Decide answer:
                await desk.DecideAsync(await ActorAsync(by.Staff.First(answer.Unit.Id, answer.Role), ct), caseId, answer, by.Texts, ct);
                break;
            case MoldMove.Withdraw:
                await desk.WithdrawAsync(applicant, caseId, by.Texts.Reasons["withdrawn"], ct);
                break;
            default:
                await desk.RunDueAsync(ct);
                break;
        }
    }

    private static Dictionary<string, string> Values(MoldRecipe recipe, BulkPerson person, BulkQuestion question) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = person.Name,
            ["phone"] = person.Phone,
            ["citizenId"] = person.CitizenId,
            ["village"] = recipe.Place.RegionCode ?? "",
            ["town"] = recipe.Place.Kind is OrganisationKind.Town ? recipe.Place.RegionCode ?? "" : "",
            ["acceptedBy"] = recipe.Place.Kind is OrganisationKind.Town ? "town" : "talentOffice",
            ["kind"] = question.Kind,
            ["topic"] = question.Topic,
            ["title"] = question.Title,
            ["details"] = question.Details,
        };

    private void MoveTo(DateOnly on)
    {
        var at = time.Zone.StartOf(on) + TimeSpan.FromHours(FirstHour);
        time.Clock.Set(time.Clock.Get() + (at - time.Zone.Now));
    }

    private async Task<Actor> ActorAsync(Guid user, CancellationToken ct)
    {
        actors.Forget(user);
        return await actors.FindAsync(user, ct) ?? throw new StartupRefusedException("An account of a made-up case cannot act.");
    }

    private async Task<IReadOnlyList<Guid>> UploadAsync(Actor actor, CancellationToken ct) =>
        [await UploadAsync(actor, "portrait", ct), await UploadAsync(actor, "photos", ct)];

    private async Task<Guid> UploadAsync(Actor actor, string code, CancellationToken ct)
    {
        if (uploaded.TryGetValue((actor.UserId, code), out var known)) return known;
        var path = files.PathOf($"seed-data/demo/{code}.png");
        var upload = new MaterialUpload
        {
            OwnerUserId = actor.UserId,
            Code = code,
            FileName = Path.GetFileName(path),
            TrustLevel = TrustLevel.D,
            Quota = Quota,
        };
        await using var content = File.OpenRead(path);
        var added = await materials.AddAsync(upload, content, ct);
        return uploaded[(actor.UserId, code)] = added.Succeeded ? added.Value.Id
            : throw new StartupRefusedException($"{path} was refused: {added.Refusal.Key}.");
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>A question that the town of Yanshan turned down, about which its applicant was asked.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Id">The rating.</param>
/// <param name="Talent">Who asked the question.</param>
/// <param name="Officer">Who turned it down.</param>
public sealed record RatedCase(Guid CaseId, string Number, Guid Id, Actor Talent, Actor Officer);

/// <summary>Closed cases to be rated, and ratings, made through the real services.</summary>
/// <param name="portal">Where.</param>
public sealed class RatedCases(PortalFactory portal)
{
    /// <summary>The town.</summary>
    public const string Town = "ys-town-yanshan";

    /// <summary>The phone number in the question.</summary>
    public const string Phone = "13800138000";

    private const string Answers =
        $$"""
        { "kind": "question", "topic": "other", "title": "Which papers do I need", "details": "I grow fruit and want to know.",
          "acceptedBy": "town", "town": "450311100", "onBehalfOf": "self", "contact": { "name": "Qin Xiaohe", "phone": "{{Phone}}" } }
        """;

    private readonly TestPeople people = new(portal.Services);

    /// <summary>A question that was turned down, but about which nobody was asked yet.</summary>
    public async Task<RatedCase> CloseAsync(Actor? talent = null, Actor? officer = null)
    {
        talent ??= await people.TalentAsync();
        officer ??= await people.OfficerAsync(PortalRole.TownReviewer, Town);
        using var answers = JsonDocument.Parse(Answers);
        var submitted = (await portal.Services.GetRequiredService<SubmissionService>().SubmitAsync(talent,
            new DirectSubmission("RC320001", answers.RootElement, [], OnBehalfBasis: null), Begin("ApplicationSubmitting", talent), default)).Value;
        await new Consultations(portal).DecideAsync(officer, submitted.Tasks[0].Id, "Reject", "The county answers such questions.");
        return new RatedCase(submitted.CaseId, submitted.Number, Guid.Empty, talent, officer);
    }

    /// <summary>The same, with its applicant asked.</summary>
    public async Task<RatedCase> AskAsync(Actor? talent = null, Actor? officer = null) => await AskAboutAsync(await CloseAsync(talent, officer));

    /// <summary>Asks about a closed case, as the job does.</summary>
    public async Task<RatedCase> AskAboutAsync(RatedCase closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var asked = await portal.Services.GetRequiredService<RatingAsking>().AskAsync(
            closed.CaseId, Operation.OfPortal("RatingAsking", portal.Clock), default);
        if (!asked.Succeeded) throw new InvalidOperationException(asked.Refusal.Key);
        return closed with { Id = (Guid)(await portal.Database.ScalarAsync("select case_id from ratings where rated_case_id = $1", closed.CaseId) ?? Guid.Empty) };
    }

    /// <summary>A rating of the worst level but one.</summary>
    public async Task<RatedCase> BadAsync(Actor? talent = null, Actor? officer = null)
    {
        var asked = await AskAsync(talent, officer);
        var given = await GiveAsync(asked, level: 2, "Nobody answered for weeks.");
        if (!given.Succeeded) throw new InvalidOperationException(given.Refusal.Key);
        return asked;
    }

    /// <summary>Rates.</summary>
    public Task<Result> GiveAsync(RatedCase asked, int level, string comment = "", Actor? by = null) => portal.Services.GetRequiredService<RatingService>()
        .GiveAsync(by ?? asked?.Talent!, asked!.Id, new RatingAnswer(level, [], comment), Guid.NewGuid(), default);

    /// <summary>Does something as an officer, with services of a scope of its own.</summary>
    public async Task<T> ActAsync<T>(Func<RatingHandling, RatingAppeals, Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<RatingHandling>(), scope.ServiceProvider.GetRequiredService<RatingAppeals>());
    }

    /// <summary>An operation of somebody.</summary>
    public Operation Begin(string type, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);
    }
}

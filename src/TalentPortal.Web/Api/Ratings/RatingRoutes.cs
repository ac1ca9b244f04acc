using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api.Ratings;

/// <summary><c>POST applications/{number}/rating</c> rates a closed case, and once more after a bad rating was put right.</summary>
internal static class RatingRoutes
{
    private const int MostTags = 20;

    /// <summary>Maps it.</summary>
    public static void MapRating(this RouteGroupBuilder applications)
    {
        ArgumentNullException.ThrowIfNull(applications);
        applications.MapPost("/{number}/rating", RateAsync).WithName("RateApplication")
            .WithSummary("Rates the caller's own closed application, 5 for the best to 1; again after a bad rating was put right. With Idempotency-Key, again is harmless.")
            .WithDescription("The two worst levels need a comment. Who rated is kept apart from the case: neither its record nor the audit names the caller.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false))
            .Produces(StatusCodes.Status204NoContent).ProducesProblems(400, 401, 404, 409, 413, 415, 422);
    }

    private static async Task<IResult> RateAsync(
        string number, ApiBody<RatingRequest> body, HttpContext context, RatingReads reads, RatingService service,
        ApiOperations operations, ApiProblems problems, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var request = body.Value;
        var (operation, problem) = operations.BeginNameless(context, "RatingGiving", body.Content);
        if (operation is null) return problem!;
        var found = await reads.FindAsync(actor, number, ct);
        if (!found.Succeeded) return problems.Of(found.Refusal);
        if (request.Level is not { } level) return problems.OfMissing("level");
        if (request.Tags is { Count: > MostTags }) return problems.OfTooMany("tags", MostTags);
        var answer = new RatingAnswer(level, request.Tags ?? [], request.Comment);
        var result = found.Value.Rating.Status is RatingStatus.ToFollowUp
            ? await service.FollowUpAsync(actor, found.Value.Id, answer, operation.Id, ct, operation.RequestDigest)
            : await service.GiveAsync(actor, found.Value.Id, answer, operation.Id, ct, operation.RequestDigest);
        return result.Succeeded ? TypedResults.NoContent() : problems.Of(result.Refusal);
    }
}

/// <summary>A rating.</summary>
/// <param name="Level">5 for the best, 1 for the worst.</param>
/// <param name="Tags">Codes of tags of that level.</param>
/// <param name="Comment">In the rater's words, at most 1,000 characters; the two worst levels need some.</param>
internal sealed record RatingRequest(int? Level = null, IReadOnlyList<string>? Tags = null, string? Comment = null);

/// <summary>Finds the rating that a caller may give.</summary>
internal sealed class RatingReads(PortalDbContext db, OwnRatings ratings, OwnApplications own)
{
    /// <summary>By the case's number. Of an own case that cannot be rated it says so; any other is not found.</summary>
    public async Task<Result<OwnRating>> FindAsync(Actor actor, string number, CancellationToken ct)
    {
        if (CaseNumber.Parse(number) is not { Succeeded: true } parsed) return new CaseNotFound();
        var value = parsed.Value.Value;
        var caseId = await db.Cases.AsNoTracking().Where(row => row.Number == value).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct);
        if (caseId is not { } id) return new CaseNotFound();
        if (await ratings.OfCaseAsync(actor, id, ct) is { } found) return found;
        return await own.FindAsync(actor, id, ct) is { IsDraft: false } ? new RatingNotPossible() : new CaseNotFound();
    }
}

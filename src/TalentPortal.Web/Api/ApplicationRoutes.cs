using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Web.Api.Ratings;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api;

/// <summary>
/// <c>POST applications</c> hands one in, whole and at once; <c>GET applications/{number}</c> reads it, <c>POST …/urge</c> asks for haste.
/// </summary>
internal static class ApplicationRoutes
{
    private const int MostMaterials = 200;

    /// <summary>Maps them.</summary>
    public static void MapApplications(this RouteGroupBuilder api)
    {
        var applications = api.MapGroup("/applications").WithTags("applications");
        applications.MapPost("", SubmitAsync).WithName("SubmitApplication")
            .WithSummary("Hands an application in. The header Idempotency-Key is required: sent again with the same key, it is handed in once.")
            .WithDescription("The caller states the applicant's consent to the use of the personal data by calling.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: true))
            .Produces<SubmittedApplication>(StatusCodes.Status201Created).ProducesProblems(400, 401, 409, 413, 415, 422);
        applications.MapGet("/{number}", ReadAsync).WithName("ReadApplication")
            .WithSummary("Reads an application: the caller's own, or one that the caller's roles may read. Others are not found.")
            .ProducesProblems(401, 404);
        applications.MapPost("/{number}/urge", UrgeAsync).WithName("UrgeApplication")
            .WithSummary("Asks whoever has to act on the caller's own application to hurry, once a working day.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false)).ProducesProblems(401, 404, 409);
        applications.MapRating();
    }

    private static async Task<IResult> SubmitAsync(ApiBody<ApplicationRequest> body, HttpContext context, SubmissionService submissions,
        ApiOperations operations, ApiProblems problems, CancellationToken ct)
    {
        var request = body.Value;
        var (operation, problem) = operations.Begin(context, "ApplicationSubmitting", role: null, body.Content, isKeyRequired: true);
        if (operation is null) return problem!;
        if (request.ServiceItem is null) return problems.OfMissing("serviceItem");
        if (request.Answers is not { } answers) return problems.OfMissing("answers");
        if (request.Materials is { Count: > MostMaterials }) return problems.OfTooMany("materials", MostMaterials);
        var submission = new DirectSubmission(request.ServiceItem, answers, request.Materials ?? [], request.OnBehalfBasis);
        var result = await submissions.SubmitAsync(context.User.Actor(), submission, operation, ct);
        if (!result.Succeeded) return problems.Of(result.Refusal);
        var receipt = result.Value;
        return TypedResults.Created($"/api/v1/applications/{receipt.Number}", new SubmittedApplication(
            receipt.Number, receipt.Status, [.. receipt.Tasks.Select(task => new TaskReference(task.Id, task.Step))]));
    }

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> ReadAsync(
        string number, HttpContext context, ApplicationReads reads, ApiProblems problems, CancellationToken ct) =>
        await reads.FindAsync(context.User.Actor(), number, ct) is { } found
            ? TypedResults.Ok(found)
            : problems.Of(new CaseNotFound());

    private static async Task<Results<NoContent, ProblemHttpResult>> UrgeAsync(
        string number, HttpContext context, OwnApplications own, Urging urging,
        ApiOperations operations, ApiProblems problems, CancellationToken ct)
    {
        var (operation, problem) = operations.Begin(context, "CaseUrging", role: null, content: null, isKeyRequired: false);
        if (operation is null) return problem!;
        if (await own.FindAsync(context.User.Actor(), number, ct) is not { IsDraft: false } application)
            return problems.Of(new CaseNotFound());
        var result = await urging.ByApplicantAsync(context.User.Actor(), application.Row.CaseId, operation, ct);
        return result.Succeeded ? TypedResults.NoContent() : problems.Of(result.Refusal);
    }
}

/// <summary>An application to hand in.</summary>
/// <param name="ServiceItem">Code or key of the service item.</param>
/// <param name="Answers">Answers by field code, as <c>GET service-items/{code}</c> describes them.</param>
/// <param name="Materials">Ids from <c>POST materials</c>.</param>
/// <param name="OnBehalfBasis">On what ground it is for somebody else, for example a dated letter; left out for an own application.</param>
internal sealed record ApplicationRequest(
    string? ServiceItem = null, JsonElement? Answers = null, IReadOnlyList<Guid>? Materials = null, string? OnBehalfBasis = null);

/// <summary>What became of it.</summary>
/// <param name="Number">The case number, 32 characters.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Tasks">The tasks that wait now.</param>
internal sealed record SubmittedApplication(string Number, ApplicationStatus Status, IReadOnlyList<TaskReference> Tasks);

/// <summary>A task that waits.</summary>
/// <param name="Id">The task.</param>
/// <param name="Step">Code of its step.</param>
internal sealed record TaskReference(Guid Id, string Step);

using Microsoft.Extensions.Localization;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api.Batches;

/// <summary><c>POST tasks/batch</c> answers many tasks alike.</summary>
internal static class BatchRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapBatch(this RouteGroupBuilder tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        tasks.MapPost("/batch", DecideBatchAsync).WithName("DecideTasks")
            .WithSummary("Answers up to 100 tasks alike, each by itself; the answer has a row for each. With Idempotency-Key, again gets the first answers.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false))
            .Produces<BatchDecided>().ProducesProblems(400, 401, 403, 413, 415, 422);
    }

    /// <summary>Many tasks with one answer: 200 with a row for each, whatever became of it.</summary>
    private static async Task<IResult> DecideBatchAsync(ApiBody<BatchRequest> body, HttpContext context, BatchDecisions batches,
        ApiOperations operations, ApiProblems problems, IStringLocalizer texts, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var request = body.Value;
        var (operation, problem) = operations.Begin(
            context, "ReviewTaskDeciding", ApiOperations.RoleOf(actor), body.Content, isKeyRequired: false);
        if (operation is null) return problem!;
        if (request.Tasks is not { Count: > 0 }) return problems.OfMissing("tasks");
        if (request.Tasks.Count > BatchDecisions.Most) return problems.OfTooMany("tasks", BatchDecisions.Most);
        if (request.Outcome is null) return problems.OfMissing("outcome");
        var result = await batches.DecideAsync(
            actor, new BatchDecision(request.Tasks, request.Outcome, request.Reason ?? ""), operation, ct);
        return result.Succeeded
            ? TypedResults.Ok(new BatchDecided([.. result.Value.Select(row => BatchRowView.Of(row, texts))]))
            : problems.Of(result.Refusal);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api.Cards;

/// <summary>
/// A partner's till: <c>POST card-checks</c> looks at a card, <c>POST redemptions</c> uses it, <c>…/reversal</c> takes a use back.
/// </summary>
internal static class CardRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapCards(this RouteGroupBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var till = api.MapGroup("").WithMetadata(new RequirePermissionAttribute(Permission.RedeemCards)).WithTags("cards");
        till.MapPost("/card-checks", CheckAsync).WithName("CheckCard")
            .WithSummary("Looks at a card by its code, or by the printed number and the PIN: valid or not, level, what is left. The code stays good for the use that follows.")
            .ProducesProblems(400, 401, 403, 413, 415, 422, 429);
        till.MapPost("/redemptions", RedeemAsync).WithName("RedeemBenefit")
            .WithSummary("Uses a benefit. The header Idempotency-Key is required: a repeated tap, or a call whose answer was lost, counts once, whoever of the venue's staff repeats it.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: true))
            .Produces<RedemptionReceipt>(StatusCodes.Status201Created).ProducesProblems(400, 401, 403, 409, 413, 415, 422, 429);
        till.MapPost("/redemptions/{id:guid}/reversal", AskAsync).WithName("AskForReversal")
            .WithSummary("Asks to take a use back.").WithMetadata(new TakesIdempotencyKey(IsRequired: false))
            .ProducesProblems(400, 401, 403, 404, 409, 413, 415, 422);
        foreach (var (way, isAgreed) in ((string, bool)[])[("agree", true), ("decline", false)])
        {
            api.MapPost($"/redemptions/{{id:guid}}/reversal/{way}",
                (Guid id, HttpContext context, Reversals reversals, ApiOperations operations, ApiProblems problems, CancellationToken ct) =>
                    DecideAsync(id, isAgreed, context, reversals, operations, problems, ct))
                .WithName(isAgreed ? "AgreeToReversal" : "DeclineReversal").WithTags("cards")
                .WithSummary(isAgreed
                    ? "Agrees to take a use back: it counts no longer. A manager of the venue or the talent office, never who asked."
                    : "Declines to take a use back: it stands.")
                .WithMetadata(new TakesIdempotencyKey(IsRequired: false))
                .Produces(StatusCodes.Status204NoContent).ProducesProblems(401, 403, 404, 409);
        }
    }

    private static async Task<Results<Ok<CardCheckView>, ProblemHttpResult>> CheckAsync(
        ApiBody<CardCheckRequest> body, HttpContext context, CardChecks checks, ApiOperations operations, ApiProblems problems,
        CancellationToken ct)
    {
        if (body.Value.Venue is not { } venue) return problems.OfMissing("venue");
        var (operation, problem) = Begin(operations, context, "CardLooking", body.Content, isKeyRequired: false);
        if (operation is null) return problem!;
        var result = await checks.LookAsync(new TillVisit(context.User.Actor(), venue, body.Value.Shown, operation), ct);
        return result.Succeeded ? TypedResults.Ok(CardCheckView.Of(result.Value)) : problems.Of(result.Refusal);
    }

    private static async Task<IResult> RedeemAsync(
        ApiBody<RedemptionRequest> body, HttpContext context, RedemptionService redemptions, ApiOperations operations, ApiProblems problems,
        CancellationToken ct)
    {
        var request = body.Value;
        // A till's keys are its venue's: whoever of the staff repeats a call gets the first answer.
        var (operation, problem) = operations.Begin(
            context, "BenefitRedeeming", ApiOperations.RoleOf(context.User.Actor()), body.Content, isKeyRequired: true,
            keysOf: request.Venue);
        if (operation is null) return problem!;
        if (request.Venue is not { } venue) return problems.OfMissing("venue");
        if (request.Benefit is null) return problems.OfMissing("benefit");
        var result = await redemptions.RedeemAsync(
            new TillVisit(context.User.Actor(), venue, request.Shown, operation), new RedemptionOrder(request.Benefit)
            {
                Price = request.Price,
                ScannedOfflineAt = request.ScannedOfflineAt?.ToUniversalTime(),
            }, ct);
        return result.Succeeded ? TypedResults.Json(result.Value, statusCode: StatusCodes.Status201Created) : problems.Of(result.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AskAsync(
        Guid id, ApiBody<ReversalRequest> body, HttpContext context, Reversals reversals, ApiOperations operations, ApiProblems problems,
        CancellationToken ct)
    {
        var (operation, problem) = Begin(operations, context, "ReversalAsking", body.Content, isKeyRequired: false);
        if (operation is null) return problem!;
        var result = await reversals.AskAsync(context.User.Actor(), id, body.Value.Reason, operation, ct);
        return result.Succeeded ? TypedResults.NoContent() : problems.Of(result.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(
        Guid id, bool isAgreed, HttpContext context, Reversals reversals, ApiOperations operations, ApiProblems problems,
        CancellationToken ct)
    {
        var (operation, problem) = Begin(operations, context, "ReversalDeciding", content: null, isKeyRequired: false);
        if (operation is null) return problem!;
        var result = await reversals.DecideAsync(context.User.Actor(), id, isAgreed, operation, ct);
        return result.Succeeded ? TypedResults.NoContent() : problems.Of(result.Refusal);
    }

    private static (Core.Cases.Operation? Operation, ProblemHttpResult? Problem) Begin(
        ApiOperations operations, HttpContext context, string type, ApiContent? content, bool isKeyRequired) =>
        operations.Begin(context, type, ApiOperations.RoleOf(context.User.Actor()), content, isKeyRequired);
}

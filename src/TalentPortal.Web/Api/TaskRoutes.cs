using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Api.Batches;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api;

/// <summary>
/// <c>GET tasks</c> lists what waits for the caller, <c>POST tasks/{id}/claim</c>, <c>…/release</c>, <c>…/decisions</c> and
/// <c>…/actions</c> work on it.
/// </summary>
internal static class TaskRoutes
{
    private const int OrdinaryRows = 50;
    private const int MostEntries = 200;

    /// <summary>Maps them.</summary>
    public static void MapTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithMetadata(new RequirePermissionAttribute(Permission.WorkOnTasks)).WithTags("tasks");
        tasks.MapGet("", ListAsync).WithName("ListTasks")
            .WithSummary("Lists open tasks, those due first first: scope pool (free for the caller's units) or mine (taken or assigned).")
            .ProducesProblems(401, 403, 422);
        tasks.MapPost("/{id:guid}/claim", ClaimAsync).WithName("ClaimTask")
            .WithSummary("Takes a task out of the pool; again is harmless.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false)).ProducesProblems(401, 403, 404, 409);
        tasks.MapPost("/{id:guid}/release", ReleaseAsync).WithName("ReleaseTask")
            .WithSummary("Puts a task back that the caller has taken; again is a conflict.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false)).ProducesProblems(401, 403, 404, 409);
        tasks.MapPost("/{id:guid}/decisions", DecideAsync).WithName("DecideTask")
            .WithSummary("Answers a task. With the header Idempotency-Key, the same request again gets the first answer.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false))
            .Produces<TaskDecided>(StatusCodes.Status201Created).ProducesProblems(400, 401, 403, 404, 409, 413, 415, 422);
        tasks.MapBatch();
        tasks.MapPost("/{id:guid}/actions", ActAsync).WithName("ActOnTask")
            .WithSummary("Does something with a task or its case beside deciding: passes it on, adds a reviewer, returns the case, suspends it, and so on.")
            .WithMetadata(new TakesIdempotencyKey(IsRequired: false))
            .Produces(StatusCodes.Status204NoContent).ProducesProblems(400, 401, 403, 404, 409, 413, 415, 422);
    }

    private static async Task<IResult> ActAsync(Guid id, ApiBody<ActionRequest> body, HttpContext context, DeskActions actions,
        ApiOperations operations, ApiProblems problems, IStringLocalizer texts, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var request = body.Value;
        var (operation, problem) = operations.Begin(
            context, "Desk" + request.Action, ApiOperations.RoleOf(actor), body.Content, isKeyRequired: false);
        if (operation is null) return problem!;
        if (request.Action is null) return problems.OfMissing("action");
        if (!Enum.GetNames<DeskAction>().Contains(request.Action, StringComparer.Ordinal))
            return problems.OfField("action", texts["Api.Tasks.Action"]);
        var result = await actions.RunAsync(actor, id, request.ToDesk(), operation, ct);
        return result.Succeeded ? TypedResults.NoContent() : problems.Of(result.Refusal);
    }

    private static async Task<Results<Ok<TaskPage>, ProblemHttpResult>> ListAsync(
        HttpContext context, InboxQuery inbox, ApiProblems problems,
        IStringLocalizer texts, CancellationToken ct, string scope = "pool", string? after = null, string? limit = null)
    {
        InboxScope? wanted = scope switch { "pool" => InboxScope.Pool, "mine" => InboxScope.Mine, _ => null };
        if (wanted is null) return problems.OfField("scope", texts["Api.Query.Scope"]);
        if (after is not null && InboxCursor.TryParse(after) is null) return problems.OfField("after", texts["Api.Query.After"]);
        var rows = OrdinaryRows;
        if (limit is not null
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows) || rows is < 1 or > InboxQuery.MostRows))
            return problems.OfField("limit", texts["Api.Query.Limit", InboxQuery.MostRows]);
        var page = await inbox.ReadAsync(context.User.Actor(), new InboxFilter(wanted.Value), after, rows, ct);
        return TypedResults.Ok(new TaskPage([.. page.Rows.Select(TaskView.Of)], page.Next));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> ClaimAsync(
        Guid id, HttpContext context, ReviewService reviews, ApiOperations operations, ApiProblems problems, CancellationToken ct) =>
        HandleAsync(context, "TaskClaiming", operations, problems, (actor, operation) => reviews.ClaimAsync(actor, id, operation, ct));

    private static Task<Results<NoContent, ProblemHttpResult>> ReleaseAsync(
        Guid id, HttpContext context, ReviewService reviews, ApiOperations operations, ApiProblems problems, CancellationToken ct) =>
        HandleAsync(context, "TaskReleasing", operations, problems, (actor, operation) => reviews.ReleaseAsync(actor, id, operation, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        HttpContext context, string type, ApiOperations operations, ApiProblems problems, Func<Actor, Operation, Task<Result>> handle)
    {
        var actor = context.User.Actor();
        var (operation, problem) = operations.Begin(context, type, ApiOperations.RoleOf(actor), content: null, isKeyRequired: false);
        if (operation is null) return problem!;
        var result = await handle(actor, operation);
        return result.Succeeded ? TypedResults.NoContent() : problems.Of(result.Refusal);
    }

    private static async Task<IResult> DecideAsync(Guid id, ApiBody<DecisionRequest> body, HttpContext context, ReviewService reviews,
        ApiOperations operations, ApiProblems problems, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var request = body.Value;
        var (operation, problem) = operations.Begin(
            context, "ReviewTaskDeciding", ApiOperations.RoleOf(actor), body.Content, isKeyRequired: false);
        if (operation is null) return problem!;
        if (request.Outcome is null) return problems.OfMissing("outcome");
        if (request.Scores is { Count: > MostEntries }) return problems.OfTooMany("scores", MostEntries);
        if (request.Gaps is { Count: > MostEntries }) return problems.OfTooMany("gaps", MostEntries);
        var result = await reviews.DecideAsync(actor, request.ToDecision(id), operation, ct);
        if (!result.Succeeded) return problems.Of(result.Refusal);
        var receipt = result.Value;
        return TypedResults.Json(new TaskDecided(receipt.DecisionId, receipt.StepOutcome, receipt.Status),
            statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>Open tasks.</summary>
/// <param name="Tasks">The tasks, those due first first.</param>
/// <param name="Next">For <c>after</c> of the next page; null on the last.</param>
internal sealed record TaskPage(IReadOnlyList<TaskView> Tasks, string? Next);

/// <summary>An open task.</summary>
/// <param name="Id">The task.</param>
/// <param name="Number">Number of its case.</param>
/// <param name="ServiceItem">Code of the service item.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="StepName">Name of the step in the caller's language.</param>
/// <param name="Unit">Name of the unit that acts, in the caller's language.</param>
/// <param name="Role">The role that acts.</param>
/// <param name="Status">Open or claimed.</param>
/// <param name="Subject">The subject's masked name; null where the step is anonymous.</param>
/// <param name="DueOn">By when; null without a limit.</param>
/// <param name="RemainingWorkingDays">Working days left, negative when late; null without a limit.</param>
/// <param name="CreatedAt">Since when it waits.</param>
internal sealed record TaskView(Guid Id, string Number, string ServiceItem, string Step, string StepName, string Unit, string Role,
    ReviewTaskStatus Status, string? Subject, DateOnly? DueOn, int? RemainingWorkingDays, DateTimeOffset CreatedAt)
{
    /// <summary>From a row of the inbox.</summary>
    public static TaskView Of(InboxRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new TaskView(row.TaskId, row.Number, row.ServiceItemCode, row.StepCode, row.Step.ToString(), row.Unit.ToString(), row.Role,
            row.Status, row.SubjectMasked, row.DueOn, row.RemainingWorkingDays, row.CreatedAt);
    }
}

/// <summary>An answer to a task.</summary>
/// <param name="Outcome">One of the step's outcomes.</param>
/// <param name="Reason">Why; at most 4,000 characters.</param>
/// <param name="Scores">Points by score item, where the step asks for them.</param>
/// <param name="Gaps">What the applicant is to supply, where the outcome asks for it.</param>
/// <param name="Fields">What the step's review forms ask for with this outcome, by field code (see the service item).</param>
internal sealed record DecisionRequest(string? Outcome = null, string? Reason = null, IReadOnlyDictionary<string, decimal>? Scores = null,
    IReadOnlyList<GapRequest?>? Gaps = null, JsonElement? Fields = null)
{
    /// <summary>The decision that is meant.</summary>
    public ReviewDecision ToDecision(Guid taskId) => new(
        taskId, Outcome ?? "", Reason ?? "", Scores ?? new Dictionary<string, decimal>(StringComparer.Ordinal),
        [.. (Gaps ?? []).Select(gap => new SupplementGap(gap?.Kind ?? "", gap?.Target ?? "", gap?.Note ?? ""))])
    {
        Fields = Fields is { ValueKind: not JsonValueKind.Null } entered ? fields => AnswerBinder.FromJson(fields, entered) : null,
    };
}

/// <summary>One thing to supply.</summary>
/// <param name="Kind"><c>field</c> or <c>material</c>.</param>
/// <param name="Target">Code of the field or material.</param>
/// <param name="Note">What is missing.</param>
internal sealed record GapRequest(string? Kind = null, string? Target = null, string? Note = null);

/// <summary>Something to do with a task or its case.</summary>
/// <param name="Action">A name of <see cref="DeskAction"/>.</param>
/// <param name="Reason">Why; at most 4,000 characters.</param>
/// <param name="User">To whom; for actions that choose a colleague.</param>
/// <param name="Unit">Which unit is asked; for <c>Consult</c>.</param>
/// <param name="AddedTask">Which added task; for <c>Remove</c>.</param>
/// <param name="Activity">The earlier step's activity; for <c>Return</c>.</param>
/// <param name="StraightBack">Whether a returned case comes straight back; for <c>Return</c>.</param>
internal sealed record ActionRequest(
    string? Action = null, string? Reason = null, Guid? User = null, Guid? Unit = null, Guid? AddedTask = null,
    string? Activity = null, bool? StraightBack = null)
{
    /// <summary>The action that is meant.</summary>
    public DeskRequest ToDesk() => new(Enum.Parse<DeskAction>(Action!), Reason ?? "")
    {
        UserId = User ?? Guid.Empty,
        OrganisationId = Unit ?? Guid.Empty,
        AddedTaskId = AddedTask ?? Guid.Empty,
        ActivityId = Activity ?? "",
        ComesStraightBack = StraightBack ?? false,
    };
}

/// <summary>What became of a task.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="StepOutcome">The step's outcome; null while others still have to answer.</param>
/// <param name="Status">Where the application stands now.</param>
internal sealed record TaskDecided(Guid Decision, string? StepOutcome, ApplicationStatus Status);

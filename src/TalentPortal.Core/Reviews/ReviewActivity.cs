using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews.Silence;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews;

/// <summary>
/// <c>Portal.Review</c>: waits for people of a role in a unit. The definition says step, role, scope, policy and outcomes; days and
/// whether the clock runs are the guide's.
/// </summary>
public sealed class ReviewActivity(
    ReviewSteps steps, ServiceItems items, OrganisationDirectory organisations, UnitOfficers officers, RuleContexts rules)
    : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.Review";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("step", DataType.String) { IsRequired = true },
        new("role", DataType.Choice(Enum.GetNames<PortalRole>())) { IsRequired = true },
        new("scope", DataType.Choice("Village", "Town", "Unit")) { IsRequired = true },
        new("unit", DataType.String),
        new("policy", DataType.Choice(nameof(ReviewPolicy.Any), nameof(ReviewPolicy.All), nameof(ReviewPolicy.InOrder),
            nameof(ReviewPolicy.Ratio))) { Default = nameof(ReviewPolicy.Any) },
        new("each", DataType.Boolean),
        new("ratio", DataType.Double),
        new("outcomes", DataType.ListOf(DataType.String)) { IsRequired = true },
        new("reasonRequired", DataType.ListOf(DataType.String)),
        new("supplementOutcome", DataType.String),
        new("dissentOutcome", DataType.String),
        new("deemedOutcome", DataType.String),
        new("scoreSheet", DataType.Boolean),
        new("authorMayAnswer", DataType.Boolean),
        new("reminder", DataType.String),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outputs { get; } = ["outcome"];

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Texts(node.LiteralInput("outcomes"));
    }

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var code = context.Input<string>("step")!;
        var application = work.Rows<Application>().Single();
        var item = (await items.VersionAsync(application.ServiceItemVersionId, context.Cancellation)).Item;
        var guide = StepOf(item, code);
        var silence = AcceptanceTimes.IsAwaited(work) ? Silence(context, item) : null;
        var unit = await UnitAsync(context, application);
        var assignments = context.Input<bool>("each")
            ? await officers.EachAsync(work, unit, context.Input<string>("role")!, application.ServiceItemCode, context.Cancellation)
            : [new ReviewAssignment(unit, AssigneeId: null)];
        var bookmark = context.CreateBookmark(new JsonObject { ["step"] = code }, key: code);
        steps.Open(work, new ReviewOpening(context.InstanceId, bookmark.Id, context.Node.Id, code, context.Input<string>("role")!,
            Enum.Parse<ReviewPolicy>(context.Input<string>("policy")!), Settings(context, guide, silence is not null), assignments,
            guide.WorkingDays is { } days ? rules.Days(days) : null, silence));
    }

    /// <inheritdoc />
    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var outcome = input?["outcome"]?.GetValue<string>()
            ?? throw new InvalidOperationException($"Review '{context.Node.Id}' was resumed without an outcome.");
        context.SetOutput("outcome", outcome);
        context.Complete(outcome);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bookmarks);
        foreach (var bookmark in bookmarks) steps.Cancel(context.Work(), bookmark.Id);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The days of silence that count as acceptance, where both the definition and the service item say so. No check is ever passed by
    /// silence.
    /// </summary>
    private int? Silence(ActivityContext context, ServiceItem item)
    {
        if (context.Input<string>("deemedOutcome") is null || item.Guide.DeemedAcceptance is not { } time) return null;
        return context.Input<string>("role") != nameof(PortalRole.JointChecker) ? rules.Days(time.WorkingDays)
            : throw new InvalidOperationException(
                $"Step '{context.Input<string>("step")}' is a background check: silence never passes it.");
    }

    private static ReviewSettings Settings(ActivityContext context, GuideStep guide, bool endsBySilence) => new()
    {
        Outcomes = Texts(context.Input("outcomes")),
        ReasonRequired = Texts(context.Input("reasonRequired")),
        SupplementOutcome = context.Input<string>("supplementOutcome"),
        DissentOutcome = context.Input<string>("dissentOutcome"),
        DeemedOutcome = endsBySilence ? context.Input<string>("deemedOutcome") : null,
        Ratio = Ratio(context),
        ScoreSheet = context.Input<bool>("scoreSheet"),
        AuthorMayAnswer = context.Input<bool>("authorMayAnswer"),
        Reminder = context.Input<string>("reminder"),
        PauseReason = guide.OnClock ? null : guide.Code,
    };

    private static decimal? Ratio(ActivityContext context)
    {
        if (context.Input<string>("policy") != nameof(ReviewPolicy.Ratio)) return null;
        var ratio = (decimal?)context.Input<double?>("ratio");
        return ratio is > 0 and <= 1 ? ratio
            : throw new InvalidOperationException(
                $"Step '{context.Input<string>("step")}' votes by a ratio above 0 and at most 1, not {ratio}.");
    }

    private static GuideStep StepOf(ServiceItem item, string code) => item.Guide.Steps.FirstOrDefault(step => step.Code == code)
        ?? throw new InvalidOperationException($"The guide of {item.Code} v{item.Version} has no step '{code}'.");

    private async ValueTask<Guid> UnitAsync(ActivityContext context, Application application)
    {
        var scope = context.Input<string>("scope");
        var unit = scope switch
        {
            "Village" => application.VillageOrganisationId,
            "Town" => application.TownOrganisationId,
            _ => (await organisations.FindAsync(context.Input<string>("unit") ?? "", context.Cancellation))?.Id,
        };
        return unit ?? throw new InvalidOperationException($"Step '{context.Input<string>("step")}' has no unit: {scope} {context.Input<string>("unit")}.");
    }

    private static List<string> Texts(JsonNode? value) => value switch
    {
        JsonArray list => [.. list.Select(item => item!.GetValue<string>())],
        JsonValue text when text.TryGetValue<string>(out var json) && json.StartsWith('[') => Texts(JsonNode.Parse(json)),
        _ => [],
    };
}

using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions;

/// <summary>
/// <c>Portal.ExpertPanel</c>: an odd number of experts, drawn by lot, score the anonymised file blindly, each after declaring no conflict.
/// A panel that is asked again after a discussion keeps its members.
/// </summary>
public sealed class ExpertPanelActivity(ReviewSteps steps, ServiceItems items, ExpertChoice experts, RuleContexts rules) : Activity
{
    /// <summary>What an expert answers, and the step's outcome.</summary>
    public const string Scored = "Scored";

    /// <inheritdoc />
    public override string TypeName => "Portal.ExpertPanel";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("step", DataType.String) { IsRequired = true },
        new("category", DataType.String) { IsRequired = true },
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [Scored];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var (code, category) = (context.Input<string>("step")!, context.Input<string>("category") ?? "");
        var guide = await GuideAsync(work, code, context.Cancellation);
        var members = Earlier(work, code);
        if (members.Count == 0)
        {
            var size = experts.Size(work);
            members = await experts.DrawAsync(work, category, size, [], context.Cancellation);
            if (members.Count < size)
                throw new InvalidOperationException(
                    $"The panel needs {size} experts of '{category}', and there are {members.Count} without a conflict.");
        }

        var bookmark = context.CreateBookmark(new JsonObject { ["step"] = code, ["category"] = category }, key: code);
        var settings = new ReviewSettings
        {
            Outcomes = [Scored],
            ScoreSheet = true,
            Anonymous = true,
            PauseReason = guide.OnClock ? null : guide.Code,
        };
        steps.Open(work,
            new ReviewOpening(context.InstanceId, bookmark.Id, context.Node.Id, code, nameof(PortalRole.Expert), ReviewPolicy.All,
            settings, members, guide.WorkingDays is { } days ? rules.Days(days) : null));
    }

    /// <inheritdoc />
    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Complete(Scored);
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

    private static IReadOnlyList<ReviewAssignment> Earlier(CaseWork work, string code) =>
        work.Rows<ReviewStep>().LastSitting(code) is { } last
            ? [.. work.Rows<ReviewTask>().Where(task => task.StepId == last.Id && task.Status is ReviewTaskStatus.Closed)
                .Select(task => new ReviewAssignment(task.OrganisationId, task.AssigneeId))]
            : [];

    private async ValueTask<GuideStep> GuideAsync(CaseWork work, string code, CancellationToken ct)
    {
        var item = (await items.VersionAsync(work.Rows<Application>().Single().ServiceItemVersionId, ct)).Item;
        return item.Guide.Steps.FirstOrDefault(step => step.Code == code)
            ?? throw new InvalidOperationException($"The guide of {item.Code} v{item.Version} has no step '{code}'.");
    }
}

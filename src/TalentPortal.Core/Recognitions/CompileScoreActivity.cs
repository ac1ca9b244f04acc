using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions;

/// <summary>
/// <c>Portal.CompileScore</c>: combines the panel's scores, with what was corrected since in the review form <c>correction</c>, and says
/// which level they reach. Ends with <c>Reached</c>; with <c>BelowLine</c>; with <c>Discuss</c> at the first sitting whose scores lie too
/// far apart; or with <c>Visit</c> for a level whose score table asks for a site visit, until the review form <c>visit</c> was filled in.
/// </summary>
public sealed class CompileScoreActivity(ServiceItems items, RuleContexts rules, SecretBox secrets) : Activity
{
    private const string Reached = "Reached";
    private const string BelowLine = "BelowLine";
    private const string Discuss = "Discuss";
    private const string Visit = "Visit";

    /// <inheritdoc />
    public override string TypeName => "Portal.CompileScore";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("step", DataType.String) { IsRequired = true }, new("correction", DataType.String), new("visit", DataType.String)];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outputs { get; } = ["level"];

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [Reached, BelowLine, Discuss, Visit];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var step = work.Rows<ReviewStep>().LastSitting(context.Input<string>("step")!)
            ?? throw new InvalidOperationException("No panel has scored yet.");
        var application = work.Rows<Application>().Single();
        var item = (await items.VersionAsync(application.ServiceItemVersionId, context.Cancellation)).Item;
        var (steps, decisions) = (work.Rows<ReviewStep>(), work.Rows<Decision>());
        var corrections = ScoreCorrections.Since(steps, decisions, item, step, context.Input<string>("correction"));
        var today = rules.For(item);
        var inputs = RuleInputs.Of(today, secrets.Open(work, item, application.Answers),
            ReviewEntries.Of(item, steps, decisions), work.CountFiles());
        var judged = DecidingScore.Of(today, inputs,
            DecidingScore.Given(item, decisions.Where(decision => decision.StepId == step.Id)), corrections);
        if (!judged.Succeeded) throw new InvalidOperationException($"The panel's scores cannot be combined: {judged.Refusal}.");
        var score = judged.Value;
        var hadToTalk = work.Rows<CompiledScore>().Any(row => row.NeedsDiscussion);
        work.Rows<CompiledScore>().Add(new CompiledScore
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            StepId = corrections.Count > 0 ? corrections[^1].StepId : step.Id,
            Total = score.Total,
            Level = score.Level,
            NeedsDiscussion = score.Panel.NeedsDiscussion,
            Trace = score.ToJson(),
            CompiledAt = work.Now,
        });
        work.Record(corrections.Count > 0 ? "ScoreCorrected" : "ScoreCompiled",
            ("stepId", step.Id), ("level", score.Level), ("needsDiscussion", score.Panel.NeedsDiscussion));
        context.SetOutput("level", score.Level);
        context.Complete(score.Panel.NeedsDiscussion && !hadToTalk ? Discuss
            : score.Level is not { } level ? BelowLine
            : NeedsVisit(item, level) && !WasVisited(work, item, context.Input<string>("visit")) ? Visit
            : Reached);
    }

    private static bool NeedsVisit(ServiceItem item, string level) =>
        item.Score!.CutOffs.Any(line => line.Level == level && line.SiteVisit);

    /// <summary>Whether the form of the visit was filled in; one visit is enough for a case, however often the panel sits.</summary>
    private static bool WasVisited(CaseWork work, ServiceItem item, string? code) =>
        item.ReviewForms.FirstOrDefault(form => form.Code == code) is not { } form
        || work.Rows<ReviewStep>().Any(step => step.Outcome is { } outcome && form.IsAskedWith(step.Code, outcome));
}

using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Orchestration.Traces;
using TalentPortal.Core.Reviews;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>
/// The steps of a case with their days, as the journal of its workflow knows them; who answered is not told, only whose step it is.
/// </summary>
public sealed class CaseWay(ProcessTraces traces, PortalTimeZone zone)
{
    /// <summary>One row for each step of the guide, in the guide's order.</summary>
    public async Task<IReadOnlyList<StepDaysView>> ReadAsync(CaseFacts facts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var trace = await traces.OfCaseAsync(facts.Own.Row.CaseId, ct);
        var named = trace is null ? [] : GuideSteps.NamedBy(trace.Definition);
        var done = named.Select(one => (one.Step, Trace: trace!.Of(one.ActivityId))).Where(one => one.Trace is not null)
            .ToLookup(one => one.Step, one => one.Trace!, StringComparer.Ordinal);
        var states = CaseStory.Steps(facts);
        return [.. facts.Own.Item.Guide.Steps.Select(
            (step, place) => Row(facts, step, states[place].State, [.. done[step.Code]], place == 0))];
    }

    private StepDaysView Row(CaseFacts facts, GuideStep step, StepState state, IReadOnlyList<ActivityTrace> traces, bool isOwn)
    {
        var row = new StepDaysView { Name = step.Name.ToString(), Actor = step.Actor.ToString(), State = state };
        var spans = traces.SelectMany(trace => trace.Spans).ToList();
        // The first step is the author's own: it has no activity, and is over once handed in.
        if (spans.Count == 0) return row with { ToOn = isOwn && facts.Own.Row.SubmittedAt is { } at ? zone.DateOf(at) : null };
        var from = zone.DateOf(spans.Min(span => span.From));
        var to = state is StepState.Current || spans.Any(span => span.To is null)
            ? default(DateOnly?)
            : zone.DateOf(spans.Max(span => span.To!.Value));
        return row with
        {
            FromOn = from,
            ToOn = to,
            WorkingDays = traces.Sum(trace => trace.WorkingDays),
            DueOn = state is StepState.Current ? DueOn(facts, step, traces) : null,
        };
    }

    /// <summary>The desk's day, or the last day of the wait.</summary>
    private DateOnly? DueOn(CaseFacts facts, GuideStep step, IReadOnlyList<ActivityTrace> traces) =>
        facts.Steps.Where(open => open.Status is ReviewStepStatus.Open && open.Code == step.Code).Max(open => open.DueOn)
        ?? (traces.Max(trace => trace.DueAt) is { } at ? zone.DateOf(at).AddDays(-1) : null);
}

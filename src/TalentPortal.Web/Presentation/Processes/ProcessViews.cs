using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Orchestration.Traces;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Drawings;

namespace TalentPortal.Web.Presentation.Processes;

/// <summary>Makes processes visible: a definition as such, or with the path that an instance took.</summary>
internal sealed class ProcessViews(
    ProcessTraces traces, PresentDesks desks, ProcessNames names, IStringLocalizer texts, DisplayFormat display)
{
    /// <summary>The case's own process; null while it is a draft.</summary>
    public async Task<ProcessView?> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await traces.OfCaseAsync(caseId, ct) is { } trace ? await OfAsync(trace, ct) : null;

    /// <summary>An instance with the path it took.</summary>
    public async Task<ProcessView> OfAsync(ProcessTrace trace, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var held = (await desks.OfCaseAsync(trace.Instance.CaseId, ct)).Where(desk => desk.InstanceId == trace.Instance.Id)
            .ToLookup(desk => desk.ActivityId, StringComparer.Ordinal);
        var view = Draw(trace.Definition, activity => Step(trace, activity, held[activity.Id]));
        return view with { IsFollowed = true, Taken = Taken(view.Drawing, trace) };
    }

    /// <summary>A definition without an instance.</summary>
    public ProcessView OfDefinition(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Draw(definition, activity => Plain(definition, activity));
    }

    private ProcessView Draw(WorkflowDefinition definition, Func<ActivityNode, ProcessStepView> step)
    {
        var drawing = DrawingLayout.Of(definition, names.Label);
        var steps = drawing.Nodes.ToDictionary(node => node.Activity.Id, node => step(node.Activity), StringComparer.Ordinal);
        var title = texts["Processes.Title", names.Of(definition), definition.Version].Value;
        return new ProcessView(title, drawing, steps.AsReadOnly(), new HashSet<(string, string)>());
    }

    private ProcessStepView Plain(WorkflowDefinition definition, ActivityNode activity) => new()
    {
        ActivityId = activity.Id,
        Name = names.Of(definition, activity),
        Kind = ProcessStepKinds.Of(activity),
    };

    private ProcessStepView Step(ProcessTrace trace, ActivityNode activity, IEnumerable<PresentDesk> held)
    {
        var plain = Plain(trace.Definition, activity);
        if (trace.Of(activity.Id) is not { } done) return plain;
        var (last, desk) = (done.Spans is [.., var span] ? span : default(ActivitySpan?), held.ToList());
        return plain with
        {
            State = done.HasIncident ? ProcessStepState.Stopped : done.IsLive ? ProcessStepState.Here : ProcessStepState.Behind,
            Times = done.Spans.Count,
            WorkingDays = done.WorkingDays,
            FromOn = last is { } from ? display.LocalDate(from.From) : null,
            ToOn = last?.To is { } to ? display.LocalDate(to) : null,
            Outcome =
                string.Join(texts["Shared.ListSeparator"], done.LastOutcomes.Where(outcome => outcome is not "Done").Select(names.Outcome)),
            Who = string.Join(texts["Shared.ListSeparator"], desk.SelectMany(Holders).Distinct(StringComparer.Ordinal)),
            DueOn = desk.Min(one => one.DueOn) ?? (done.DueAt is { } due ? display.LocalDate(due) : null),
        };
    }

    private IEnumerable<string> Holders(PresentDesk desk) => desk.Role == nameof(PortalRole.Expert)
        ? [texts["Enum.PortalRole." + desk.Role].Value]
        : desk.Units.Select(unit => unit.ToString());

    private static HashSet<(string, string)> Taken(Drawing drawing, ProcessTrace trace) =>
        [.. drawing.Arrows.Where(arrow => Follows(arrow, trace)).Select(arrow => (arrow.Source, arrow.Target))];

    /// <summary>Both ends were begun, and the source once ended with an outcome that leads this way.</summary>
    private static bool Follows(DrawnArrow arrow, ProcessTrace trace)
    {
        if (trace.Of(arrow.Source) is not { } source || trace.Of(arrow.Target) is null) return false;
        var isEntry = trace.Definition.Find(arrow.Target)?.Parent?.Id == arrow.Source;
        return isEntry || arrow.Outcomes.Any(outcome => outcome is null ? source.Completions > 0 : source.Outcomes.Contains(outcome));
    }
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Workflows.Drawings;

namespace TalentPortal.Web.Presentation.Processes;

/// <summary>Draws the boxes of a process: name, days, and a sign for the state.</summary>
internal sealed class ProcessBoxMarkup(IStringLocalizer texts, DisplayFormat display, ProcessView process)
{
    private const double NameSize = 13;
    private const double FactSize = 12;
    private const double LineHeight = 17;
    private const double Inset = 22;

    /// <summary>A box; a link where it leads to a choice or to its facts.</summary>
    public TagBuilder Draw(DrawnNode node)
    {
        var step = process.Steps[node.Activity.Id];
        var isChosen = process.Chosen == step.ActivityId;
        var box = Markup.Tag("g", "tp-process-box").With("data-kind", step.Kind.ToString().ToLowerInvariant())
            .With("data-state", step.State.ToString().ToLowerInvariant()).With("data-chosen", isChosen ? "" : null)
            .With("data-present", step.State is ProcessStepState.Here or ProcessStepState.Stopped && !node.IsContainer ? "" : null)
            .Add(Markup.Tag("title", text: Words(step)), Shape(node, step.Kind));
        Write(box, node, step);
        if (process.Choices.Contains(step.ActivityId))
            return Link(box, process.ChoiceHref + Uri.EscapeDataString(step.ActivityId), texts["Processes.Choose", step.Name])
            .With("data-choose", process.ChoiceField).With("data-choose-value", step.ActivityId)
            .With("aria-current", isChosen ? "true" : null);
        return process.IsFollowed && process.Choices.Count == 0 && step.HasFacts && !node.IsContainer
            ? Link(box, "#" + process.RowOf(step.ActivityId), Words(step)) : box;
    }

    /// <summary>A link around a box; its title is what it is called, the box says the same in broken lines and signs.</summary>
    private static TagBuilder Link(TagBuilder box, string href, string label) =>
        Markup.Tag("a").With("href", href).Add(Markup.Tag("title", text: label), box);

    /// <summary>What the box says, in one sentence.</summary>
    private string Words(ProcessStepView step) => process.IsFollowed
        ? texts["Processes.Step", step.Name, texts["Enum.ProcessStepState." + step.State].Value, Fact(step)] : step.Name;

    private string Fact(ProcessStepView step) => step switch
    {
        { State: ProcessStepState.Here or ProcessStepState.Stopped, DueOn: { } due } =>
            texts["Processes.Fact.Due", step.WorkingDays, display.ShortDate(due)],
        { State: ProcessStepState.Here or ProcessStepState.Stopped } => texts["Processes.Fact.Here", step.WorkingDays],
        { State: ProcessStepState.Behind, Kind: ProcessStepKind.Wait or ProcessStepKind.Group } when step.ToOn is { } on =>
            texts["Processes.Fact.Took", step.WorkingDays, display.ShortDate(on)],
        { State: ProcessStepState.Behind, ToOn: { } on } => display.ShortDate(on),
        _ => "",
    };

    private static TagBuilder Shape(DrawnNode node, ProcessStepKind kind)
    {
        if (kind is not ProcessStepKind.Choice)
        {
            return Markup.Tag("rect").With("x", Text(node.X))
                .With("y", Text(node.Y)).With("width", Text(node.Width)).With("height", Text(node.Height))
                .With("rx", Text(kind switch { ProcessStepKind.Edge => node.Height / 2, ProcessStepKind.Join => 16, _ => 8 }));
        }

        var (middle, cut) = (node.Y + node.Height / 2, 14);
        (double X, double Y)[] corners =
        [
            (node.X, middle), (node.X + cut, node.Y), (node.Right - cut, node.Y), (node.Right, middle), (node.Right - cut, node.Bottom),
            (node.X + cut, node.Bottom),
        ];
        return Markup.Tag("polygon").With("points", string.Join(' ', corners.Select(corner => $"{Text(corner.X)},{Text(corner.Y)}")));
    }

    private void Write(TagBuilder box, DrawnNode node, ProcessStepView step)
    {
        var fact = Fact(step);
        var lines = DrawnText.Wrap(step.Name, node.Width - Inset - 14, NameSize, node.IsContainer ? 1 : 2);
        var room = node.IsContainer ? DrawingSizes.Heading : node.Height;
        var y = node.Y + (room - LineHeight * (lines.Count + (fact.Length > 0 ? 1 : 0))) / 2 + 13;
        foreach (var line in lines)
        {
            box.Add(At(Markup.Tag("text", "tp-process-name", line), node.CenterX, y));
            y += LineHeight;
        }

        if (fact.Length > 0)
            box.Add(At(Markup.Tag("text", "tp-process-fact", DrawnText.Fit(fact, node.Width - 12, FactSize)), node.CenterX, y));
        if (Sign(step) is { } sign)
            box.Add(At(Markup.Tag("text", "tp-process-sign", sign).With("aria-hidden", "true"),
                node.Right - (step.Kind is ProcessStepKind.Choice or ProcessStepKind.Edge ? 24 : 13), node.Y + 17));
    }

    private static TagBuilder At(TagBuilder text, double x, double y) =>
        text.With("x", Text(x)).With("y", Text(y)).With("text-anchor", "middle");

    private static string? Sign(ProcessStepView step) => step.State switch
    {
        ProcessStepState.Behind => "✓",
        ProcessStepState.Here => "●",
        ProcessStepState.Stopped => "!",
        _ => null,
    };

    private static string Text(double value) => ProcessDrawingTagHelper.Text(value);
}

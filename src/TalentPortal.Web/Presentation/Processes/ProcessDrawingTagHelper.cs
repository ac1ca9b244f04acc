using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Drawings;

namespace TalentPortal.Web.Presentation.Processes;

/// <summary>
/// <c>&lt;process-drawing process="…" /&gt;</c>: the process as SVG. A drawing without links is one picture; one whose boxes lead to their
/// facts or to a choice is a group, because what lies inside a picture can't be reached by keyboard.
/// </summary>
[HtmlTargetElement("process-drawing")]
public sealed class ProcessDrawingTagHelper(IStringLocalizer texts, DisplayFormat display) : TagHelper
{
    private const double Corner = 7;

    /// <summary>What to draw; null renders nothing.</summary>
    public ProcessView? View { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (View is not { } process)
        {
            output.SuppressOutput();
            return;
        }

        var drawing = process.Drawing;
        var svg = Markup.Tag("svg", "tp-process").With("xmlns", "http://www.w3.org/2000/svg")
            .With("viewBox", $"0 0 {Text(drawing.Width)} {Text(drawing.Height)}")
            .With("width", Text(drawing.Width)).With("height", Text(drawing.Height))
            .With("role", process.IsFollowed || process.Choices.Count > 0 ? "group" : "img")
            .With("aria-labelledby", "process-title process-about")
            .Add(Markup.Tag("title", text: process.Title).With("id", "process-title"),
                Markup.Tag("desc", text: About(process)).With("id", "process-about"));
        var boxes = new ProcessBoxMarkup(texts, display, process);
        foreach (var node in drawing.Nodes.Where(node => node.IsContainer)) svg.Add(boxes.Draw(node));
        foreach (var arrow in drawing.Arrows.OrderBy(arrow => IsTaken(process, arrow))) svg.Add(Line(arrow, IsTaken(process, arrow)));
        foreach (var arrow in drawing.Arrows.Where(arrow => arrow.Label.Length > 0)) svg.Add(Label(arrow, IsTaken(process, arrow)));
        foreach (var node in drawing.Nodes.Where(node => !node.IsContainer)) svg.Add(boxes.Draw(node));
        output.Become(Markup.Tag("div", "tp-process-sheet").With("tabindex", "0").With("role", "region")
            .With("aria-label", texts["Processes.Sheet", process.Title]).Add(svg));
    }

    internal static string Text(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static bool IsTaken(ProcessView process, DrawnArrow arrow) => process.Taken.Contains((arrow.Source, arrow.Target));

    private string About(ProcessView process) => process switch
    {
        { IsFollowed: false } => texts["Processes.About", process.Drawing.Nodes.Count(node => !node.IsContainer)],
        { Present: [] } => texts["Processes.AboutEnded", process.Told.Count(step => step.State is ProcessStepState.Behind)],
        _ => texts["Processes.AboutHere", process.Present.Select(step => step.Name)],
    };

    private static TagBuilder Line(DrawnArrow arrow, bool isTaken) =>
        Markup.Tag("g", "tp-process-arrow").With("data-taken", isTaken ? "" : null).Add(
        Markup.Tag("path").With("d", Way(arrow.Points)),
        Markup.Tag("path", "tp-process-head").With("d", Head(arrow.Points)));

    private static TagBuilder Label(DrawnArrow arrow, bool isTaken) => Markup.Tag("text", "tp-process-label", arrow.Label)
        .With("x", Text(arrow.LabelAt.X)).With("y", Text(arrow.LabelAt.Y)).With("data-taken", isTaken ? "" : null)
        .With("text-anchor", arrow.Anchor switch { LabelAnchor.Start => null, LabelAnchor.Middle => "middle", _ => "end" });

    /// <summary>Straight lines with rounded corners.</summary>
    private static string Way(IReadOnlyList<DesignerPoint> points)
    {
        var way = new StringBuilder($"M{Text(points[0].X)} {Text(points[0].Y)}");
        for (var index = 1; index < points.Count - 1; index++)
        {
            var (before, at, after) = (points[index - 1], points[index], points[index + 1]);
            var (into, outOf) = (Towards(at, before), Towards(at, after));
            way.Append(CultureInfo.InvariantCulture,
                $"L{Text(into.X)} {Text(into.Y)}Q{Text(at.X)} {Text(at.Y)} {Text(outOf.X)} {Text(outOf.Y)}");
        }

        return way.Append(CultureInfo.InvariantCulture, $"L{Text(points[^1].X)} {Text(points[^1].Y)}").ToString();
    }

    private static DesignerPoint Towards(DesignerPoint from, DesignerPoint to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Abs(x) + Math.Abs(y);
        if (length == 0) return from;
        var part = Math.Min(Corner, length / 2) / length;
        return new DesignerPoint(from.X + x * part, from.Y + y * part);
    }

    private static string Head(IReadOnlyList<DesignerPoint> points)
    {
        var tip = points[^1];
        var from = points.Reverse().Skip(1).FirstOrDefault(point => point != tip) ?? tip;
        var (x, y) = (Math.Sign(tip.X - from.X), Math.Sign(tip.Y - from.Y));
        return $"M{Text(tip.X)} {Text(tip.Y)}L{Text(tip.X - 7 * x - 4 * y)} {Text(tip.Y - 7 * y - 4 * x)}L{Text(tip.X - 7 * x + 4 * y)} {Text(tip.Y - 7 * y + 4 * x)}Z";
    }
}

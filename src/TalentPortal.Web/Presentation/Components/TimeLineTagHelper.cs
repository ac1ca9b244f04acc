using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;time-line points="…" /&gt;</c>: what happened, newest first; with <c>guide="true"</c> what will happen, days to the right,
/// on paper instead of a panel.
/// </summary>
[HtmlTargetElement("time-line")]
public sealed class TimeLineTagHelper(DisplayFormat display) : TagHelper
{
    /// <summary>The points in the order to show.</summary>
    public IReadOnlyList<TimelineView> Points { get; set; } = [];

    /// <summary>Whether it is the plan of a guide.</summary>
    public bool Guide { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var list = Markup.Tag("ol", Guide ? "tp-timeline tp-onpaper tp-days" : "tp-timeline");
        foreach (var point in Points) list.Add(Item(point));
        output.Become(list);
    }

    private TagBuilder Item(TimelineView point)
    {
        var item = Markup.Tag("li").With("data-kind", point.Kind switch
        {
            TimelineKind.Pause => "pause",
            TimelineKind.Todo => "todo",
            _ => null,
        });
        var title = Markup.Tag("b", "fw-semibold", point.Title);
        // A line may end before the time, whatever the title ends with.
        item.Add(Guide ? [When(point), title] : [title, " ", When(point)]);
        if (point.Text is not null || point.Tag is not null)
            item.Add(Markup.Tag("p", text: point.Text).Add(point.Tag is null ? null : PauseTag(point.Tag)));
        return item;
    }

    private TagBuilder? When(TimelineView point) => point switch
    {
        { Duration: { } duration } => Markup.Tag("time", text: duration),
        { At: { } at } => Markup.Tag("time", text: display.DateTime(at)).With("datetime", display.Machine(at)),
        _ => null,
    };

    private static TagBuilder PauseTag(string text) =>
        Markup.Tag("span", "tp-tag").With("data-kind", "pause").Add(Markup.Icon("player-pause"), text);
}

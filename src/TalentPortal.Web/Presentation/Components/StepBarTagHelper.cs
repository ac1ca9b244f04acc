using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary><c>&lt;step-bar steps="…" /&gt;</c>: the way of a case; phones see one sentence instead of the names.</summary>
[HtmlTargetElement("step-bar")]
public sealed class StepBarTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The steps in order; an empty list renders nothing.</summary>
    public IReadOnlyList<StepView> Steps { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Steps.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var list = Markup.Tag("ol", "tp-steps").With("aria-label", Label());
        foreach (var step in Steps)
        {
            list.Add(Markup.Tag("li", step.State == StepState.Done ? "done" : null)
                .With("aria-current", step.State == StepState.Current ? "step" : null)
                .Add(Markup.Tag("span", text: step.Name), StateForReaders(step)));
        }
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlContentBuilder().AppendHtml(list));
        if (Now() is { } now) output.Content.AppendHtml(Markup.Tag("p", "tp-steps-now", now));
    }

    private TagBuilder? StateForReaders(StepView step) =>
        step.State == StepState.Done ? Markup.Tag("b", "visually-hidden", texts["Shared.Steps.Done"]) : null;

    private string Label() => CurrentIndex() is { } index
        ? texts["Shared.Steps.Label", index + 1, Steps.Count]
        : texts["Shared.Steps.LabelDone", Steps.Count];

    private string? Now() => CurrentIndex() is { } index
        ? texts["Shared.Steps.Now", index + 1, Steps.Count, Steps[index].FullName ?? Steps[index].Name].Value
        : null;

    private int? CurrentIndex()
    {
        for (var i = 0; i < Steps.Count; i++)
            if (Steps[i].State == StepState.Current) return i;
        return null;
    }
}

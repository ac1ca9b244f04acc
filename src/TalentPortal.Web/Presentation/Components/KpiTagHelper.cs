using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;kpi href label figure unit compare /&gt;</c> inside <c>div.tp-kpis</c>: a figure that opens the list behind it.
/// Without a link there is no figure.
/// </summary>
[HtmlTargetElement("kpi")]
public sealed class KpiTagHelper : TagHelper
{
    /// <summary>The list behind the figure.</summary>
    public string Href { get; set; } = "";

    /// <summary>What is counted.</summary>
    public string Label { get; set; } = "";

    /// <summary>The figure, already formatted.</summary>
    public string Figure { get; set; } = "";

    /// <summary>Its unit; null for none.</summary>
    public string? Unit { get; set; }

    /// <summary>What to compare it with, in words; null for none.</summary>
    public string? Compare { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Href.Length == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Become(Markup.Tag("a").With("href", Href).Add(
            Markup.Tag("span", "tp-small tp-muted", Label),
            Markup.Tag("b", text: Figure).Add(Unit is null ? null : Markup.Tag("small", text: Unit)),
            Compare is null ? null : Markup.Tag("span", "tp-small tp-muted", Compare)));
    }
}

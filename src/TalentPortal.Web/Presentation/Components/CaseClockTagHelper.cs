using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary><c>&lt;case-clock clock="…" /&gt;</c>: used of promised days, why it stands, the latest day, earlier stops.</summary>
[HtmlTargetElement("case-clock")]
public sealed class CaseClockTagHelper(IStringLocalizer texts, DisplayFormat display) : TagHelper
{
    /// <summary>What to show; null renders nothing.</summary>
    public ClockView? Clock { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Clock is not { } clock)
        {
            output.SuppressOutput();
            return;
        }
        output.Become(Markup.Tag("section", "tp-panel").Add(Head(clock), Figure(clock), Bar(clock), Stop(clock), Outlook(clock)));
    }

    private TagBuilder Head(ClockView clock) => Markup.Tag("div", "tp-row tp-between mb-2").Add(
        Markup.Tag("h2", text: texts["Shared.Clock.Title"]),
        Markup.Tag("span", "tp-light", DueLightTagHelper.Words(texts, clock.Due))
            .With("data-light", DueLightTagHelper.Name(clock.Due.Light)));

    private TagBuilder Figure(ClockView clock) => Markup.Tag("div", "tp-big").Add(
        Markup.Tag("small", "ms-0 me-2", texts["Shared.Clock.Used"]),
        clock.UsedWorkingDays.ToString(CultureInfo.InvariantCulture),
        Markup.Tag("small", text: texts["Shared.Clock.OfDays", clock.PromisedWorkingDays]));

    private TagBuilder Bar(ClockView clock) => Markup.Tag("progress", "tp-progress my-3")
        .With("data-light", DueLightTagHelper.Name(clock.Due.Light))
        .With("max", clock.PromisedWorkingDays.ToString(CultureInfo.InvariantCulture))
        .With("value", Math.Min(clock.UsedWorkingDays, clock.PromisedWorkingDays).ToString(CultureInfo.InvariantCulture))
        .With("aria-label", texts["Shared.Clock.Bar", clock.UsedWorkingDays, clock.PromisedWorkingDays]);

    private TagBuilder? Stop(ClockView clock) => clock.StoppedBecause is null ? null
        : Markup.Tag("div", "tp-note").With("data-kind", "pause")
            .Add(Markup.Tag("strong", text: texts["Shared.Clock.WhyStopped"]), clock.StoppedBecause);

    private static bool IsOver(ClockView clock) => clock.StoppedBecause is null && clock.UsedWorkingDays > clock.PromisedWorkingDays;

    private TagBuilder? Outlook(ClockView clock)
    {
        if (clock.LatestOn is null && clock.PastStops.Count == 0 && clock.DaysHref is null) return null;
        var line = Markup.Tag("p", "tp-small tp-muted mt-3");
        if (clock.LatestOn is { } latest)
        {
            line.Add(Markup.Tag("span", text: texts[IsOver(clock) ? "Shared.Clock.WasDue" : "Shared.Clock.Latest", latest]));
            var tag = Markup.Tag("span", "tp-tag", texts["Shared.Clock.Provisional"]).With("data-kind", "info");
            if (clock.IsProvisional) line.Add(" ", tag);
        }
        if (clock.PastStops.Count > 0) line.Add(" ", texts["Shared.Clock.PastStops", clock.PastStops.Count, clock.PastStops.Select(Words)]);
        if (clock.DaysHref is not null) line.Add(" ", Markup.Tag("a", text: texts["Shared.Clock.Days"]).With("href", clock.DaysHref));
        return line;
    }

    private string Words(ClockStopView stop) =>
        texts["Shared.Clock.Stop", display.Range(stop.FromOn, stop.ToOn ?? display.Today), stop.Reason];
}

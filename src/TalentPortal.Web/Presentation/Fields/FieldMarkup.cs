using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>Draws a field: label or legend, hint, error, control, source, and the wiring that screen readers need.</summary>
internal static class FieldMarkup
{
    /// <summary>The whole field; <paramref name="custom"/> replaces the control.</summary>
    public static TagBuilder Draw(FieldView field, IStringLocalizer texts, IHtmlContent? custom = null)
    {
        var isGroup = field.Control is FieldControl.Radios or FieldControl.Checks;
        var root = Markup.Tag(isGroup ? "fieldset" : "div", ClassOf(field))
            .With("data-field", field.Name)
            .With("data-path", field.Path ?? field.Name)
            .With("data-shown-when", BrowserCondition.Json(field.ShownWhen))
            .With("data-required-when", BrowserCondition.Json(field.RequiredWhen));
        if (isGroup)
            root.With("aria-describedby", field.DescribedBy).With("id", field.Id)
                .With("tabindex", "-1").Flag("data-required", field.IsRequired);
        if (field.Control is not FieldControl.Checkbox || custom is not null) root.Add(Label(field, texts, isGroup));
        return root.Add(
            field.Hint is null ? null : Markup.Tag("div", "tp-hint", field.Hint).With("id", field.Id + "-h"),
            field.Error is null ? null : Error(field, texts),
            custom ?? WithUnit(field, ControlMarkup.Draw(field, texts)),
            Source(field, texts));
    }

    /// <summary>The mark "optional". Where that depends on other answers, script shows it once it knows.</summary>
    private static TagBuilder? OptionalMark(FieldView field, IStringLocalizer texts) => field.IsRequired || field.IsKnown ? null
        : Markup.Tag("span", "opt", texts["Shared.Field.Optional"]).With("data-optional", "")
            .Flag("hidden", field.RequiredWhen is not null);

    private static string ClassOf(FieldView field) =>
        "tp-field" + (field.IsKnown ? " is-known" : "") + (field.Error is null ? "" : " is-bad");

    private static TagBuilder Label(FieldView field, IStringLocalizer texts, bool isGroup)
    {
        var label = isGroup ? Markup.Tag("legend", text: field.Label) : Markup.Tag("label", text: field.Label).With("for", field.Id);
        return OptionalMark(field, texts) is { } mark ? label.Add(" ", mark) : label;
    }

    private static TagBuilder Error(FieldView field, IStringLocalizer texts) => Markup.Tag("div", "tp-error").With("id", field.Id + "-e")
        .Add(Markup.Tag("span", "visually-hidden", texts["Shared.Field.ErrorPrefix"]), field.Error);

    private static IHtmlContent WithUnit(FieldView field, IHtmlContent control) => field.Unit is null
        ? control
        : Markup.Tag("div", "tp-unit").Add(control, Markup.Tag("span", text: field.Unit).With("id", field.Id + "-u"));

    private static TagBuilder? Source(FieldView field, IStringLocalizer texts)
    {
        if (field.Source is null) return null;
        var link = field.SourceHref is null ? null
            : Markup.Tag("a", text: field.SourceAction ?? texts["Shared.Field.NotRight"]).With("href", field.SourceHref);
        return Markup.Tag("div", "tp-source").With("id", field.Id + "-s")
            .Add(Markup.Tag("span").Add(Markup.Icon("circle-check"), " ", field.Source), link);
    }
}

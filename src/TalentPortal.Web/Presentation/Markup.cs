using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentPortal.Web.Presentation;

/// <summary>Short ways to build elements; every string is encoded, every attribute too.</summary>
internal static class Markup
{
    private static readonly string[] Void = ["input", "img", "br", "hr"];

    public static TagBuilder Tag(string name, string? cssClass = null, string? text = null)
    {
        var tag = new TagBuilder(name);
        if (Void.Contains(name, StringComparer.Ordinal)) tag.TagRenderMode = TagRenderMode.SelfClosing;
        if (!string.IsNullOrEmpty(cssClass)) tag.Attributes["class"] = cssClass;
        if (text is not null) tag.InnerHtml.Append(text);
        return tag;
    }

    /// <summary>A decorative icon of the Tabler font.</summary>
    public static TagBuilder Icon(string name) => Tag("i", "ti ti-" + name).With("aria-hidden", "true");

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null) tag.Attributes[attribute] = value;
        return tag;
    }

    /// <summary>Sets an attribute without value when the condition holds.</summary>
    public static TagBuilder Flag(this TagBuilder tag, string attribute, bool on) => on ? tag.With(attribute, attribute) : tag;

    /// <summary>Appends markup as it is, anything else as encoded text; null is skipped.</summary>
    public static TagBuilder Add(this TagBuilder tag, params ReadOnlySpan<object?> children)
    {
        foreach (var child in children)
        {
            if (child is IHtmlContent html) tag.InnerHtml.AppendHtml(html);
            else if (child is not null) tag.InnerHtml.Append(child.ToString() ?? "");
        }
        return tag;
    }

    /// <summary>Replaces a tag helper's element by this one, keeping the attributes and classes the page added.</summary>
    public static void Become(this TagHelperOutput output, TagBuilder root)
    {
        output.TagName = root.TagName;
        output.TagMode = root.TagRenderMode == TagRenderMode.SelfClosing ? TagMode.SelfClosing : TagMode.StartTagAndEndTag;
        output.MergeAttributes(root);
        output.Content.SetHtmlContent(root.InnerHtml);
    }
}

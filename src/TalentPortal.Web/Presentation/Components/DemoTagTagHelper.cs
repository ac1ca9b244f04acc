using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Seeding;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>
/// <c>&lt;demo-tag of-case="…" /&gt;</c>, or <c>of-notice</c>, <c>of-recognition</c>, <c>of-certificate</c>: says that it is made up;
/// nothing for a real one.
/// </summary>
[HtmlTargetElement("demo-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DemoTagTagHelper(DemoCases cases, IStringLocalizer texts) : TagHelper
{
    /// <summary>The case.</summary>
    public Guid? OfCase { get; set; }

    /// <summary>The public notice.</summary>
    public Guid? OfNotice { get; set; }

    /// <summary>The recognition.</summary>
    public Guid? OfRecognition { get; set; }

    /// <summary>The number of the certificate, without hyphens.</summary>
    public string? OfCertificate { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (await IsMadeUpAsync(ViewContext.HttpContext.RequestAborted))
            output.Become(Markup.Tag("span", "tp-tag", texts["Shared.Demo"]).With("data-kind", "wait"));
        else output.SuppressOutput();
    }

    private async ValueTask<bool> IsMadeUpAsync(CancellationToken ct) =>
        (OfCase is { } key && await cases.HasAsync(key, ct))
        || (OfNotice is { } notice && await cases.HasNoticeAsync(notice, ct))
        || (OfRecognition is { } recognition && await cases.HasRecognitionAsync(recognition, ct))
        || (OfCertificate is { } number && await cases.HasCertificateAsync(number, ct));
}

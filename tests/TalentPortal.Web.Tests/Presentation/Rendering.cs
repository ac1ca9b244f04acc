using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Tests.Presentation;

/// <summary>Renders one tag helper to a string, in Chinese on 2 April 2026, 10:42 in the portal's zone.</summary>
internal static class Rendering
{
    /// <summary>What must never come out as it went in.</summary>
    public const string Script = "<script>alert(\"1\")</script>'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static DateTimeOffset Now { get; } = new(2026, 4, 2, 2, 42, 0, TimeSpan.Zero);

    public static DisplayFormat Display { get; } =
        new(TextCatalog.Embedded, new FixedClock(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public static PortalTexts Texts { get; } = new(TextCatalog.Embedded, Display);

    /// <summary>Sets the reader's language for the current test.</summary>
    public static void ReadIn(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
    }

    public static async Task<string> RenderAsync(ITagHelper helper, string content = "", string cssClass = "")
    {
        ReadIn(TextCatalog.Chinese);
        var attributes = new TagHelperAttributeList();
        if (cssClass.Length > 0) attributes.Add("class", cssClass);
        var context = new TagHelperContext(attributes, new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("x", attributes, (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().Append(content)));
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

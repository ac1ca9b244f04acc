using System.Text.Encodings.Web;
using System.Text.Json;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>How a variable's value is written for people.</summary>
internal static class VariableText
{
    /// <summary>Indented, Chinese as it is; the page encodes it.</summary>
    public static JsonSerializerOptions Options { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace TalentPortal.Web.Api;

/// <summary>How the API reads and writes JSON.</summary>
internal static class ApiJson
{
    /// <summary>The content type of bodies.</summary>
    public const string ContentType = "application/json";

    /// <summary>How deep a body may go.</summary>
    public const int Deepest = 16;

    /// <summary>For bodies: what is not known, of another type or doubled is refused, never guessed.</summary>
    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Strict)
    {
        MaxDepth = Deepest,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>For answers: Chinese as it is, enum members by name.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter());
    }
}

using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TalentPortal.Web.Api;

/// <summary>A JSON body as it came: bounded, whole, UTF-8, no name twice, every text a text; else the problem to answer with.</summary>
internal sealed class ApiContent
{
    private const int MostBytes = 512 * 1024;

    private ApiContent(ReadOnlyMemory<byte> bytes, JsonElement root, ProblemHttpResult? problem) =>
        (Bytes, Root, Problem) = (bytes, root, problem);

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The object.</summary>
    public JsonElement Root { get; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public ProblemHttpResult? Problem { get; }

    /// <summary>Reads a request's body.</summary>
    public static async Task<ApiContent> ReadAsync(HttpRequest request, ApiProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType()) return new ApiContent(default, default, problems.OfContentType("Api.Json.ContentType"));
        var bytes = request.ContentLength > MostBytes ? null : await FillAsync(request);
        if (bytes is not { } read) return new ApiContent(default, default, problems.OfTooLarge(MostBytes / 1024));
        return Parse(read) is { ValueKind: JsonValueKind.Object } root
            ? new ApiContent(read, root, problem: null)
            : new ApiContent(default, default, problems.OfNotJson());
    }

    /// <summary>The whole body; null when it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>?> FillAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > MostBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                ReadOnlyMemory<byte> whole = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return whole;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span)) return null;
        try
        {
            if (bytes.Span.IndexOf("\\u"u8) >= 0) CheckTexts(bytes.Span);
            using var document = JsonDocument.Parse(
                bytes, new JsonDocumentOptions { MaxDepth = ApiJson.Deepest, AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Half of a pair of escapes is no character; whoever reads such a text later would fail.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    private static void CheckTexts(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ApiJson.Deepest });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
        }
    }
}

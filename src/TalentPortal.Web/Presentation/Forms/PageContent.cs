using Microsoft.Extensions.Primitives;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>What a page of the form shows beside the stored answers.</summary>
public sealed record PageContent
{
    /// <summary>What was typed; null: the stored answers.</summary>
    public IReadOnlyDictionary<string, StringValues>? Typed { get; init; }

    /// <summary>Sentences by path.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The list that gets one empty row more.</summary>
    public string? AddRowTo { get; init; }
}

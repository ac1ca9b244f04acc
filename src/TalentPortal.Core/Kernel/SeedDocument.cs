using System.Text.Json.Serialization;

namespace TalentPortal.Core.Kernel;

/// <summary>The common frame of every seed file.</summary>
/// <typeparam name="TItem">One row of it.</typeparam>
public sealed record SeedDocument<TItem>
{
    /// <summary>The file's name, for messages.</summary>
    [JsonIgnore]
    public string File { get; init; } = string.Empty;

    /// <summary>A remark for those who edit the file.</summary>
    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    /// <summary>Which edition of the data this is, for example the year of a standard.</summary>
    public required string Version { get; init; }

    /// <summary>The standard, notice or document that the rows come from.</summary>
    public required string Source { get; init; }

    /// <summary>How far the rows can be trusted, unless a row says otherwise.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The rows, in the file's order.</summary>
    public required IReadOnlyList<TItem> Items { get; init; }

    /// <summary>A problem of the row with this index.</summary>
    /// <param name="index">Counted from 0.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="property">The property in camelCase, when the problem lies in one.</param>
    public SeedProblem Problem(int index, string reason, string? property = null) =>
        new(File, property is null ? $"$.items[{index}]" : $"$.items[{index}].{property}", reason);
}

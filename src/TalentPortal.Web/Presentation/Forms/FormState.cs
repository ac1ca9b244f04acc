using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>All that the drawing of a form looks at.</summary>
public sealed record FormState
{
    /// <summary>The item, its codes, the day.</summary>
    public required RuleContext Context { get; init; }

    /// <summary>Stored answers; secrets masked.</summary>
    public required FormAnswers Answers { get; init; }

    /// <summary>What was typed, when the page comes back with it; null: show the stored answers.</summary>
    public IReadOnlyDictionary<string, StringValues>? Typed { get; init; }

    /// <summary>Sentences by path.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>First answers by path of the form.</summary>
    public IReadOnlyDictionary<string, Prefill> Prefills { get; init; } = new Dictionary<string, Prefill>(StringComparer.Ordinal);

    /// <summary>Files by material.</summary>
    public ILookup<string, FileView> Files { get; init; } = NoFiles;

    /// <summary>Earlier files by material.</summary>
    public ILookup<string, FileView> Reusable { get; init; } = NoFiles;

    /// <summary>The list that gets one empty row more; null for none.</summary>
    public string? AddRowTo { get; init; }

    /// <summary>Where script sends files, without the material's code; null: files go with the form.</summary>
    public string? UploadHref { get; init; }

    private static ILookup<string, FileView> NoFiles { get; } = Array.Empty<FileView>().ToLookup(_ => "", StringComparer.Ordinal);

    /// <summary>How many files each material has.</summary>
    public IReadOnlyDictionary<string, int> FileCounts =>
        Files.ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}

namespace TalentPortal.Core.Kernel;

/// <summary>One thing wrong in a seed file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Path">The place as a JSON path, such as <c>$.items[3].code</c>.</param>
/// <param name="Reason">What is wrong, for the person who edits the file.</param>
public sealed record SeedProblem(string File, string Path, string Reason)
{
    /// <summary>File, place and reason on one line.</summary>
    public override string ToString() => $"{File} {Path}: {Reason}";
}

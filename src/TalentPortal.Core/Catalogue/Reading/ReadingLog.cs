using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Collects the errors of one file, and the references that can be checked only when all of it is read.</summary>
internal sealed class ReadingLog(string file)
{
    private const int MostErrors = 200;
    private readonly List<SeedProblem> errors = [];
    private readonly List<Reference> references = [];
    private readonly List<(Condition.Compare Compare, string Path, string? RowScope)> comparisons = [];

    public IReadOnlyList<SeedProblem> Errors => errors;

    public IReadOnlyList<Reference> References => references;

    public IReadOnlyList<(Condition.Compare Compare, string Path, string? RowScope)> Comparisons => comparisons;

    /// <summary>The rows whose columns a condition may name directly while they are read; null outside of rows.</summary>
    public string? RowScope { get; set; }

    public void Error(string path, string message)
    {
        if (errors.Count < MostErrors) errors.Add(new SeedProblem(file, path, message));
    }

    public void Refer(ReferenceKind kind, string target, string path)
    {
        if (target.Length > 0) references.Add(new Reference(kind, target, path, RowScope));
    }

    public void Compare(Condition.Compare compare, string path) => comparisons.Add((compare, path, RowScope));

    /// <summary>Something named that must exist.</summary>
    internal sealed record Reference(ReferenceKind Kind, string Target, string Path, string? RowScope);
}

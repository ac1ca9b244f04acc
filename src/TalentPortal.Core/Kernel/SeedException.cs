namespace TalentPortal.Core.Kernel;

/// <summary>Seed data that cannot be used: the portal refuses to start rather than work with half of it.</summary>
public sealed class SeedException : Exception
{
    /// <summary>All that was found wrong, so that it can be mended in one go.</summary>
    public SeedException(IReadOnlyList<SeedProblem> problems, Exception? innerException = null)
        : base(string.Join(Environment.NewLine, problems), innerException) => Problems = problems;

    /// <summary>What is wrong and where.</summary>
    public IReadOnlyList<SeedProblem> Problems { get; }

    /// <summary>Throws when there are problems, else does nothing.</summary>
    /// <exception cref="SeedException">There is at least one problem.</exception>
    public static void ThrowIfAny(IReadOnlyList<SeedProblem> problems)
    {
        if (problems.Count > 0) throw new SeedException(problems);
    }
}

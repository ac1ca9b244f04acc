using TalentPortal.Core.RuleChanges.Replays;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>The dry runs of a change, as a page shows them.</summary>
internal sealed record DryRunView
{
    /// <summary>Whether the change decides about cases at all.</summary>
    public required bool Decides { get; init; }

    /// <summary>The newest dry run; null where there is none.</summary>
    public DryRun? Latest { get; init; }

    /// <summary>Who had it made.</summary>
    public string RunBy { get; init; } = "";

    /// <summary>Whether it was made of the rules as they read now.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>What it counted.</summary>
    public DryRunTally Tally { get; init; } = new();

    /// <summary>The cases that change side, for who may read them.</summary>
    public IReadOnlyList<DryRunCase> Cases { get; init; } = [];

    /// <summary>Names of towns by key.</summary>
    public IReadOnlyDictionary<string, string> Towns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the reader may see single cases.</summary>
    public bool MayReadCases { get; init; }

    /// <summary>Whether it is under way.</summary>
    public bool IsUnderWay => Latest is { Status: not DryRunStatus.Done };
}

/// <summary>A case that changes side.</summary>
/// <param name="Case">What the dry run says.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">The masked name of its subject.</param>
internal sealed record DryRunCase(ChangedCase Case, string Number, string Name);

using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Recognitions;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>What is known of a case that the rules look at.</summary>
internal sealed record ReplayCase
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The town that checks it.</summary>
    public Guid? TownId { get; init; }

    /// <summary>The local day on which it was handed in: the conditions are asked on it.</summary>
    public required DateOnly SubmittedOn { get; init; }

    /// <summary>The local day on which it was scored; the day of the submit where it was not.</summary>
    public required DateOnly ScoredOn { get; init; }

    /// <summary>Unmasked answers.</summary>
    public required FormAnswers Answers { get; init; }

    /// <summary>What reviewers entered.</summary>
    public FormAnswers Review { get; init; } = FormAnswers.Empty;

    /// <summary>Number of files by material.</summary>
    public IReadOnlyDictionary<string, int> Files { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The experts' scores; empty where no panel came to an end.</summary>
    public IReadOnlyList<ExpertScore> Given { get; init; } = [];

    /// <summary>What was corrected of them.</summary>
    public IReadOnlyList<EnteredCorrection> Corrections { get; init; } = [];
}

using System.Text.Json;

namespace TalentPortal.Core.Reviews;

/// <summary>What the definition says about a review step beside role and policy; kept with the step as it was when it opened.</summary>
public sealed record ReviewSettings
{
    /// <summary>What the officer may answer, in the order of the buttons.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>The answers that need a reason.</summary>
    public IReadOnlyList<string> ReasonRequired { get; init; } = [];

    /// <summary>Whether the officer checks the score table item by item.</summary>
    public bool ScoreSheet { get; init; }

    /// <summary>
    /// Whether the account that handed the case in for somebody else may answer, as a village that recommends somebody does.
    /// </summary>
    public bool AuthorMayAnswer { get; init; }

    /// <summary>Whether only what is marked for experts is shown.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Why the promised time stands still during the step; null when it runs.</summary>
    public string? PauseReason { get; init; }

    /// <summary>The answer that asks the applicant to supply something; null where the step has none.</summary>
    public string? SupplementOutcome { get; init; }

    /// <summary>
    /// The answer that the office's silence stands for; null where somebody has to answer, as everywhere but at acceptance.
    /// </summary>
    public string? DeemedOutcome { get; init; }

    /// <summary>The answer that decides a step with several people as soon as one gives it.</summary>
    public string? DissentOutcome { get; init; }

    /// <summary>The share of votes, above 0 and at most 1, that the first outcome needs where votes decide; null elsewhere.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>The rule by which those who do not answer are reminded (a prefix of parameters); null for no reminder.</summary>
    public string? Reminder { get; init; }

    /// <summary>
    /// Whether an answer turns the case down or asks for more: it decides a step with several people as soon as one gives it.
    /// </summary>
    public bool IsDissent(string outcome) => outcome == SupplementOutcome
        || (DissentOutcome is { } dissent ? outcome == dissent : outcome != Outcomes[0] && ReasonRequired.Contains(outcome, StringComparer.Ordinal));

    /// <summary>What votes come to that do not reach the ratio.</summary>
    public string AgainstOutcome => DissentOutcome ?? (ReasonRequired.Count > 0 ? ReasonRequired[0] : Outcomes[^1]);

    /// <summary>What one of the step's tasks may answer: an opinion agrees or, with a reason, does not.</summary>
    public ReviewSettings For(ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Kind.IsOpinion()
            ? new ReviewSettings { Outcomes = ReviewTaskKinds.Opinions, ReasonRequired = [ReviewTaskKinds.Disagree], Anonymous = Anonymous, PauseReason = PauseReason }
            : this;
    }

    /// <summary>As kept in the step's row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As read from the step's row.</summary>
    public static ReviewSettings FromJson(string json) => JsonSerializer.Deserialize<ReviewSettings>(json, JsonSerializerOptions.Web)!;
}

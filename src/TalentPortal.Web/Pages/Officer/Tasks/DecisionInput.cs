using System.ComponentModel.DataAnnotations;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Web.Pages.Officer.Tasks;

/// <summary>What an officer fills in to decide.</summary>
internal sealed class DecisionInput
{
    /// <summary>The operation of this form: sent twice, it is done once.</summary>
    public Guid OperationId { get; set; }

    /// <summary>One of the step's outcomes.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Points by score item.</summary>
    [Display(Name = "Reviews.Score.Title")]
    public Dictionary<string, decimal?> Scores { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What the applicant is to supply.</summary>
    public List<GapInput> Gaps { get; set; } = [];

    /// <summary>The decision that is meant. Gaps count only with the outcome that asks for them.</summary>
    public ReviewDecision ToDecision(Guid taskId, ReviewSettings settings) => new(
        taskId, Outcome ?? "", Reason ?? "",
        Scores.Where(score => score.Value is not null)
            .ToDictionary(score => score.Key, score => score.Value!.Value, StringComparer.Ordinal),
        Outcome is not null && Outcome == settings.SupplementOutcome
            ? [.. Gaps.Where(gap => !gap.IsBlank).Select(gap => gap.ToGap())]
            : []);
}

/// <summary>One line of the supplement list.</summary>
internal sealed class GapInput
{
    /// <summary><c>field:code</c> or <c>material:code</c>.</summary>
    public string? Target { get; set; }

    /// <summary>What is missing.</summary>
    public string? Note { get; set; }

    /// <summary>Whether nothing was filled in.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Target) && string.IsNullOrWhiteSpace(Note);

    /// <summary>The gap that is meant.</summary>
    public SupplementGap ToGap()
    {
        var parts = (Target ?? "").Split(':', 2);
        return new SupplementGap(parts[0], parts.Length > 1 ? parts[1] : "", (Note ?? "").Trim());
    }
}

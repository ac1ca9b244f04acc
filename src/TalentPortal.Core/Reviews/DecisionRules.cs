using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Concerns;
using TalentPortal.Core.Reviews.Silence;

namespace TalentPortal.Core.Reviews;

/// <summary>
/// What a decision has to carry: a known outcome, a reason where it matters, gaps for a supplement, scores within the table.
/// </summary>
public sealed class DecisionRules(
    ServiceItems items, RuleContexts rules, SupplementRounds rounds, AcceptanceTimes acceptance, IEnumerable<DecisionBar> bars)
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 4000;

    private const int MostGaps = 100;

    private static readonly Dictionary<string, int> NoFiles = [];

    /// <summary>Why the decision can't stand; null when it can.</summary>
    public async Task<Refusal?> CheckAsync(
        CaseWork work, ReviewTask task, Actor actor, ReviewSettings settings, ReviewDecision decision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(decision);
        if (!settings.Outcomes.Contains(decision.Outcome, StringComparer.Ordinal)) return new OutcomeUnknown(decision.Outcome);
        if (decision.Reason.Length > LongestReason) return new ReasonTooLong(LongestReason);
        if (acceptance.WhyTooLate(work, settings, decision.Outcome) is { } late) return late;
        if (settings.ReasonRequired.Contains(decision.Outcome, StringComparer.Ordinal) && string.IsNullOrWhiteSpace(decision.Reason))
            return new ReasonMissing();
        foreach (var bar in bars)
        {
            if (await bar(work, task, settings, decision.Outcome, ct) is { } barred) return barred;
        }

        var item = (await items.VersionAsync(work.Rows<Application>().Single().ServiceItemVersionId, ct)).Item;
        if (decision.Outcome == settings.SupplementOutcome)
            return (Refusal?)CheckGaps(item, decision) ?? await rounds.WhyNotAgainAsync(work, task, actor, decision.Reason, ct);
        if (settings.Anonymous && !work.Rows<ConflictDeclaration>().Any(row => row.TaskId == task.Id && !row.HasConflict))
            return new ConflictNotDeclared();
        if (decision.Scores.Keys.FirstOrDefault(code => !IsScored(item, code)) is { } unknown) return new ScoreItemUnknown(unknown);
        // Who turns a case down says why; points are for those who let it pass.
        var turnsDown = settings.ReasonRequired.Contains(decision.Outcome, StringComparer.Ordinal);
        return settings.ScoreSheet && !turnsDown ? CheckScores(item, decision) : null;
    }

    /// <summary>What of the entered fields is kept with the decision: those that its answer asks for.</summary>
    /// <returns>The fields, or what is wrong with them, each tied to its field.</returns>
    public async Task<Result<FormAnswers>> FieldsAsync(CaseWork work, ReviewTask task, ReviewDecision decision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(decision);
        var item = (await items.VersionAsync(work.Rows<Application>().Single().ServiceItemVersionId, ct)).Item;
        var asked = item.ForReview(task.StepCode, decision.Outcome);
        var entered = decision.Fields?.Invoke(asked.Form.Fields) ?? AnswerBinding.Nothing;
        if (entered.Errors.Count > 0) return new AnswersInvalid(entered.Errors);
        var validation = AnswerValidator.Validate(rules.For(asked), entered.Answers, NoFiles, ValidationMode.Submit);
        return validation.Succeeded ? validation.Shown : new AnswersInvalid(validation.Errors);
    }

    private static bool IsScored(ServiceItem item, string code) =>
        item.Score is { } table && (table.Items.Any(line => line.Code == code) || table.Bonus?.Code == code);

    private static GapsMissing? CheckGaps(ServiceItem item, ReviewDecision decision)
    {
        var known = decision.Gaps.All(gap => !string.IsNullOrWhiteSpace(gap.Note) && gap.Note.Length <= 1000
            && (gap.Kind == "material" ? item.FindMaterial(gap.Target) is not null
                : gap.Kind == "field" && item.Form.Fields.Any(field => field.Code == gap.Target)));
        return decision.Gaps.Count is 0 or > MostGaps || !known ? new GapsMissing() : null;
    }

    private static ScoreOutOfRange? CheckScores(ServiceItem item, ReviewDecision decision)
    {
        foreach (var line in item.Score?.Items ?? [])
        {
            if (!decision.Scores.TryGetValue(line.Code, out var points) || points < 0 || points > line.Max)
                return new ScoreOutOfRange(line.Name.ToString(), line.Max);
        }

        return item.Score?.Bonus is { } bonus && decision.Scores.TryGetValue(bonus.Code, out var extra) && (extra < 0 || extra > bonus.Max)
            ? new ScoreOutOfRange(bonus.Name.ToString(), bonus.Max)
            : null;
    }
}

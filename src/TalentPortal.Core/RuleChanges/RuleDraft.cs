using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges;

/// <summary>What every change says beside the rule itself.</summary>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="Provenance">How far it can be trusted.</param>
/// <param name="Source">The document or article behind it.</param>
/// <param name="Reason">Why it is changed.</param>
public sealed record RuleDraft(DateOnly ValidFrom, Provenance Provenance, string? Source, string? Reason)
{
    /// <summary>Most letters of a source.</summary>
    public const int LongestSource = 400;

    /// <summary>Most letters of a reason.</summary>
    public const int LongestReason = 2000;

    /// <summary>Why it cannot be written so; null when it can.</summary>
    internal Refusal? Check(DateOnly today)
    {
        if (ValidFrom < today) return new RuleFromPast(today);
        if (string.IsNullOrWhiteSpace(Source) || Source.Length > LongestSource) return new RuleSourceMissing(LongestSource);
        return string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason ? new RuleReasonMissing(LongestReason) : null;
    }
}

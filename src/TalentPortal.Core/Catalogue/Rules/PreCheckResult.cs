using TalentPortal.Core.Catalogue.Answers;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>What the short test before the form found.</summary>
/// <param name="Eligibility">How the rules came out, as far as they can be told.</param>
/// <param name="Errors">Answers that cannot be used, by the codes of their questions.</param>
public sealed record PreCheckResult(EligibilityResult Eligibility, IReadOnlyList<FieldError> Errors);

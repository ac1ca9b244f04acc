namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Answers with their secrets split off.</summary>
/// <param name="Public">The answers, masked where a secret stood: may be stored in plain JSON.</param>
/// <param name="Secrets">The secrets in page order.</param>
public sealed record ProtectedAnswers(FormAnswers Public, IReadOnlyList<Secret> Secrets);

namespace TalentPortal.Core.Allowances.Queries;

/// <summary>Which allowances are meant.</summary>
/// <param name="Benefit">Code of the benefit; null for all.</param>
/// <param name="Status">Where they stand; null for all.</param>
/// <param name="Held">Only those of which something is held.</param>
/// <param name="Term">A name or a case number; null for all.</param>
public sealed record AllowanceFilter(string? Benefit, AllowanceStatus? Status, bool Held, string? Term);

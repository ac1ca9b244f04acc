namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>Which statements are meant.</summary>
/// <param name="Status">Where they stand; null for all.</param>
/// <param name="Month">A month's first day; null for all.</param>
/// <param name="VenueId">A venue; null for all.</param>
public sealed record StatementFilter(StatementStatus? Status = null, DateOnly? Month = null, Guid? VenueId = null);

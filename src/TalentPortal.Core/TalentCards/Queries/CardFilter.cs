using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>Which cards of the register are meant.</summary>
/// <param name="Level">Code of the level; null for all.</param>
/// <param name="Status">Where they stand; null for all.</param>
/// <param name="WithinDays">Only those in use that end within so many days.</param>
/// <param name="Term">A card number, a citizen number or a name; null for all.</param>
public sealed record CardFilter(string? Level, CardStatus? Status, int? WithinDays, string? Term);

using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>What a card became by one deed of its history.</summary>
/// <param name="On">On which day.</param>
/// <param name="Status">Where it stood from then on.</param>
/// <param name="Level">Its level from then on; null where the history does not say.</param>
/// <param name="ExpiresOn">Its last day as of then; null where the history does not say.</param>
public sealed record CardMoment(DateOnly On, CardStatus Status, string? Level, DateOnly? ExpiresOn);

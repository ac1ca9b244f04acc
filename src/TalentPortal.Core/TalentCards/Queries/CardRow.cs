using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>A card in the register.</summary>
/// <param name="Id">The card's case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its holder.</param>
/// <param name="CitizenIdMasked">The holder's number, masked.</param>
/// <param name="Level">Code of its level.</param>
/// <param name="VersionId">The catalogue version that names the level.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsStopped">Whether its holder stopped it.</param>
/// <param name="IssuedOn">First day.</param>
/// <param name="ExpiresOn">Last day.</param>
public sealed record CardRow(
    Guid Id, string Number, string Name, string? CitizenIdMasked, string Level, Guid VersionId, CardStatus Status, bool IsStopped,
    DateOnly IssuedOn, DateOnly ExpiresOn);

namespace TalentPortal.Core.Indicators.Cards;

/// <summary>A card in use, as leaders read it.</summary>
/// <param name="Id">The card's case.</param>
/// <param name="NumberMasked">Its number, masked.</param>
/// <param name="NameMasked">Its holder, masked.</param>
/// <param name="Level">Code of its level.</param>
/// <param name="VersionId">The catalogue version that names the level.</param>
/// <param name="IssuedOn">First day.</param>
/// <param name="ExpiresOn">Last day.</param>
/// <param name="DaysLeft">How many days are left after today.</param>
public sealed record CardEndRow(
    Guid Id, string NumberMasked, string NameMasked, string Level, Guid VersionId, DateOnly IssuedOn, DateOnly ExpiresOn, int DaysLeft);
